import type { Order } from '../golden-path/readOrders.ts';
import { numberedOrder } from '../compound/numberedOrder.ts';
import type { MeasuredBackend } from './MeasuredBackend.ts';
import { placeOrders } from './placeOrders.ts';
import { PLAIN } from './startEngine.ts';
import { watchStates } from './watchStates.ts';

const MEBIBYTE = 1024 * 1024;

/** Heap after collection, once more after each round of orders and deletions. */
export interface MemoryPoint {
  /** requests that came and went so far, those of the warm-up aside */
  readonly requests: number;
  readonly heapMb: number;
}

/** Orders and deletes again and again; the first rounds warm up and are not counted. */
export async function measureMemory(options: {
  readonly backend: MeasuredBackend;
  readonly order: Order;
  /** Orders of a round. */
  readonly orders: number;
  readonly warmUp: number;
  readonly points: number;
  readonly timeoutMs: number;
}): Promise<readonly MemoryPoint[]> {
  const { backend, order, orders, warmUp, points, timeoutMs } = options;
  const database = backend.open('promises');
  const measured: MemoryPoint[] = [];
  try {
    for (let round = 0; round < warmUp + points; round += 1) {
      const placed = await placeOrders({
        clients: [backend.client],
        promise: PLAIN,
        orders: Array.from({ length: orders }, (_, index) =>
          numberedOrder({ ...order, name: `round-${round}` }, index + 1),
        ),
      });
      const ids = placed.map(({ uid }) => uid);
      const reach = async (state: string) => {
        const seen = await watchStates(database, {
          ids,
          query: `SELECT uid AS id FROM requests WHERE state = '${state}'`,
          timeoutMs,
        });
        if (seen.size < ids.length) {
          throw new Error(
            `${ids.length - seen.size} requests were not ${state} in time`,
          );
        }
      };
      await reach('Delivered');
      await Promise.all(
        ids.map(uid =>
          backend.client.expect([200, 202, 204], 'DELETE', `/requests/${uid}`),
        ),
      );
      await reach('Deleted');
      const { heapBytes } = await backend.measure({ collect: true });
      if (round >= warmUp) {
        measured.push({
          requests: (round - warmUp) * orders,
          heapMb: heapBytes / MEBIBYTE,
        });
      }
    }
  } finally {
    await database.close();
  }
  return measured;
}

/** Megabytes for each 1,000 requests that came and went: the slope of the line of least squares. */
export function memorySlope(points: readonly MemoryPoint[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(({ requests }) => requests));
  const y = mean(points.map(({ heapMb }) => heapMb));
  const covariance = mean(
    points.map(point => (point.requests - x) * (point.heapMb - y)),
  );
  const variance = mean(points.map(({ requests }) => (requests - x) ** 2));
  return (covariance / variance) * 1_000;
}
