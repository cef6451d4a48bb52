import { setTimeout as sleep } from 'node:timers/promises';
import type { Order } from '../golden-path/readOrders.ts';
import type { PortalClient } from '../portal/PortalClient.ts';

/** Orders on their way to one backend at the same time, where nothing says when they are sent. */
const AT_ONCE = 20;

/** An order that was accepted. */
export interface PlacedOrder {
  readonly uid: string;
  readonly order: Order;
  /** as performance.now() */
  readonly sentAt: number;
  readonly acceptedAt: number;
}

/**
 * Sends orders to each of the backends in turn: evenly over so many milliseconds, whether those before are accepted or
 * not; without `withinMs` as fast as they are taken.
 */
export async function placeOrders(options: {
  readonly clients: readonly PortalClient[];
  readonly promise: string;
  readonly orders: readonly Order[];
  readonly withinMs?: number;
}): Promise<readonly PlacedOrder[]> {
  const { clients, promise, orders, withinMs } = options;
  const place = async (order: Order, index: number): Promise<PlacedOrder> => {
    const { namespace, name, spec } = order;
    const sentAt = performance.now();
    const { body } = await clients[index % clients.length].expect(
      [201],
      'PUT',
      `/promises/${promise}/requests/${namespace}/${name}`,
      {
        body: { spec, owner: 'group:default/web' },
        headers: { 'if-none-match': '*' },
      },
    );
    const { uid } = body as { uid: string };
    return { uid, order, sentAt, acceptedAt: performance.now() };
  };
  if (withinMs !== undefined) {
    return Promise.all(
      orders.map(async (order, index) => {
        await sleep((index * withinMs) / orders.length);
        return place(order, index);
      }),
    );
  }
  const placed: PlacedOrder[] = [];
  const waiting = [...orders.entries()];
  const placeWaiting = async () => {
    for (;;) {
      const next = waiting.shift();
      if (!next) return;
      placed.push(await place(next[1], next[0]));
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE * clients.length }, placeWaiting),
  );
  return placed;
}
