import type { RequestRecord } from '../judge/judgeRequests.ts';
import type { SqlDatabase } from '../../database/SqlDatabase.ts';

/** All requests, the deleted ones that are remembered among them. */
export async function readRequests(
  database: SqlDatabase,
): Promise<RequestRecord[]> {
  const rows = await database.all(
    `SELECT uid, promise_name, name, parent_uid, generation, delivered_generation, state, state_message, deleted_at
     FROM requests`,
  );
  return rows.map(row => ({
    uid: String(row.uid),
    promise: String(row.promise_name),
    name: String(row.name),
    parentUid: row.parent_uid === null ? undefined : String(row.parent_uid),
    generation: Number(row.generation),
    deliveredGeneration:
      row.delivered_generation === null
        ? undefined
        : Number(row.delivered_generation),
    state: String(row.state),
    message: String(row.state_message),
    deleted: row.deleted_at !== null,
  }));
}
