import type { MeasuredBackend } from '../engine/MeasuredBackend.ts';
import { PLAIN } from '../engine/startEngine.ts';
import { placeOrders } from '../engine/placeOrders.ts';
import { watchStates } from '../engine/watchStates.ts';
import type { Order } from '../golden-path/readOrders.ts';
import type { SqlDatabase } from '../database/SqlDatabase.ts';
import { waitUntil } from '../portal/waitUntil.ts';
import { seedFiles } from './seedFiles.ts';
import { seedRequests } from './seedRequests.ts';

const NAME = 'resting';
const TIMEOUT_MS = 60_000;

/** Brings one order to rest and copies it, rows and files, until there are `count`. Answers the uid of the first. */
export async function fillWithRequests(options: {
  readonly backend: MeasuredBackend;
  readonly database: SqlDatabase;
  readonly order: Order;
  readonly count: number;
}): Promise<string> {
  const { backend, database, order, count } = options;
  const [{ uid }] = await placeOrders({
    clients: [backend.client],
    promise: PLAIN,
    orders: [{ ...order, name: NAME }],
  });
  const seen = await watchStates(database, {
    ids: [uid],
    query: `SELECT uid AS id FROM requests WHERE state = 'Delivered'`,
    timeoutMs: TIMEOUT_MS,
  });
  if (!seen.has(uid)) throw new Error('the request to copy was not delivered');
  await waitUntil(
    'nobody to work on the request to copy',
    async () => {
      const rows = await database.all(
        'SELECT key FROM work_queue WHERE lease_owner IS NOT NULL',
      );
      return rows.length === 0 ? true : undefined;
    },
    { timeoutMs: TIMEOUT_MS, everyMs: 200 },
  );
  await seedFiles({
    repository: backend.repository,
    name: NAME,
    count: count - 1,
  });
  await seedRequests(database, { uid, name: NAME, count: count - 1 });
  return uid;
}
