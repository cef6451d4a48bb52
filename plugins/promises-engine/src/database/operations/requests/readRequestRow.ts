import type { Knex } from 'knex';
import type { RequestRow } from '../../rows/rows';

/** The row of a request, and why nobody works on it where that was given up. */
export interface RequestRowWithWork extends RequestRow {
  readonly set_aside_error?: string | null;
  readonly set_aside_failures?: number | null;
}

/** Reads a request together with its work that was set aside, in one look. */
export async function readRequestRow(
  knex: Knex,
  uid: string,
): Promise<RequestRowWithWork | undefined> {
  return knex('requests')
    .leftJoin('work_queue', join =>
      join
        .onVal('work_queue.kind', 'request')
        .on('work_queue.key', 'requests.uid')
        .onNotNull('work_queue.set_aside_at'),
    )
    .where('requests.uid', uid)
    .select('requests.*', {
      set_aside_error: 'work_queue.last_error',
      set_aside_failures: 'work_queue.attempts',
    })
    .first();
}
