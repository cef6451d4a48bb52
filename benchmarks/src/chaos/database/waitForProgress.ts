import { setTimeout as sleep } from 'node:timers/promises';
import type { InFlight } from './readInFlight.ts';
import type { SqlDatabase } from '../../database/SqlDatabase.ts';

const EVERY_MS = 200;

/** Events that tell of work done, not of somebody who asks for some. */
const OF_RUNS = [
  'RunStarted',
  'RunFinished',
  'StepStarted',
  'StepFinished',
  'WorkScheduled',
  'PlacementWritten',
  'PlacementRemoved',
  'RequestDeleted',
];
const OF_BATCHES = ['PlacementWritten', 'PlacementRemoved', 'RequestDeleted'];

/**
 * Milliseconds from a kill until the next progress was recorded of everything that the killed process was at; undefined
 * where it was at nothing. What makes no progress in the time counts with the time.
 */
export async function waitForProgress(
  database: SqlDatabase,
  inFlight: InFlight,
  options: { readonly killedAt: number; readonly timeoutMs: number },
): Promise<number | undefined> {
  const { killedAt, timeoutMs } = options;
  const progressed = async (
    uids: readonly string[],
    types: readonly string[],
  ): Promise<Map<string, number>> => {
    if (uids.length === 0) return new Map();
    const marks = (values: readonly string[]) =>
      values.map(() => '?').join(', ');
    const rows = await database.all(
      `SELECT request_uid AS uid, min(at) AS at FROM events
       WHERE position > ? AND request_uid IN (${marks(uids)})
         AND type IN (${marks(types)}) GROUP BY request_uid`,
      [inFlight.position, ...uids, ...types],
    );
    return new Map(
      rows.map(row => [String(row.uid), Date.parse(String(row.at))]),
    );
  };
  const wanted = inFlight.runs.length + inFlight.batch.length;
  if (wanted === 0) return undefined;
  for (;;) {
    const times = [
      ...(await progressed(inFlight.runs, OF_RUNS)).values(),
      ...(await progressed(inFlight.batch, OF_BATCHES)).values(),
    ];
    if (times.length === wanted) return Math.max(...times) - killedAt;
    if (Date.now() - killedAt > timeoutMs) return timeoutMs;
    await sleep(EVERY_MS);
  }
}
