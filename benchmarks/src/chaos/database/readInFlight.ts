import type { SqlDatabase } from '../../database/SqlDatabase.ts';

/** What a process was at when it was killed. */
export interface InFlight {
  /** Requests that it held, with pipelines still to run. */
  readonly runs: readonly string[];
  /** Requests of a batch that it was writing. */
  readonly batch: readonly string[];
  /** Last event before the kill. */
  readonly position: number;
}

/** Reads the leases that a process left behind; nobody can take them before they lapse. */
export async function readInFlight(
  database: SqlDatabase,
  owner: string,
): Promise<InFlight> {
  const runs = await database.all(
    `SELECT DISTINCT q.key AS uid FROM work_queue q JOIN runs r ON r.request_uid = q.key
     WHERE q.kind = 'request' AND q.lease_owner = ? AND r.state IN ('Pending', 'Running')`,
    [owner],
  );
  const batches = await database.all(
    `SELECT b.placements FROM batches b JOIN work_queue q ON q.kind = 'deliver' AND q.epoch = b.epoch
       AND q.key = b.platform || '/' || b.state_store_kind || '/' || b.state_store_name
     WHERE q.lease_owner = ? AND b.state = 'Prepared'`,
    [owner],
  );
  const items = batches.flatMap(
    ({ placements }) => JSON.parse(String(placements)) as Array<{ id: string }>,
  );
  const placed =
    items.length > 0
      ? await database.all(
          `SELECT DISTINCT request_uid AS uid FROM placements
           WHERE request_uid IS NOT NULL AND id IN (${items
             .map(() => '?')
             .join(', ')})`,
          items.map(({ id }) => id),
        )
      : [];
  const [last] = await database.all(
    'SELECT max(position) AS position FROM events',
  );
  return {
    runs: runs.map(({ uid }) => String(uid)),
    batch: placed.map(({ uid }) => String(uid)),
    position: Number(last.position ?? 0),
  };
}
