import type { Order } from '../golden-path/readOrders.ts';
import type { PortalClient } from '../portal/PortalClient.ts';

/** Orders on their way to one backend at the same time. */
const AT_ONCE = 20;

/** An order that was accepted. */
export interface PlacedOrder {
  readonly uid: string;
  readonly order: Order;
  /** as performance.now() */
  readonly sentAt: number;
  readonly acceptedAt: number;
}

/** Sends orders as fast as they are taken, to each of the backends in turn. */
export async function placeOrders(options: {
  readonly clients: readonly PortalClient[];
  readonly promise: string;
  readonly orders: readonly Order[];
}): Promise<readonly PlacedOrder[]> {
  const { clients, promise, orders } = options;
  const placed: PlacedOrder[] = [];
  const waiting = [...orders.entries()];
  const place = async () => {
    for (;;) {
      const next = waiting.shift();
      if (!next) return;
      const [index, order] = next;
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
      placed.push({
        uid: (body as { uid: string }).uid,
        order,
        sentAt,
        acceptedAt: performance.now(),
      });
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE * clients.length }, () => place()),
  );
  return placed;
}
