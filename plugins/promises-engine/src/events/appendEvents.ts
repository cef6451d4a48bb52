import type { Knex } from 'knex';
import type { EventRow } from '../database/rows/rows';
import { raiseSignal } from '../database/signals';
import { databaseClock } from '../database/time/databaseClock';
import type { NewEvent } from './types';

/** Taken from the first event of a transaction to its end, so that positions are in the order of commits. */
const POSITION_LOCK = 7_262_001;
/** SQLite takes 500 rows in a statement. */
const CHUNK = 200;

/**
 * Appends to the log, as the last statement of a transaction, and returns the positions in the order given. All
 * transactions that append wait for each other from here to their commit: a row lock taken after this can deadlock.
 */
export async function appendEvents(
  transaction: Knex.Transaction,
  events: readonly NewEvent[],
): Promise<string[]> {
  if (events.length === 0) {
    return [];
  }
  await raiseSignal(transaction, { topic: 'events', lock: POSITION_LOCK });
  const at = databaseClock(transaction).at();
  const positions: string[] = [];
  for (let start = 0; start < events.length; start += CHUNK) {
    const rows = await transaction('events')
      .insert(events.slice(start, start + CHUNK).map(event => toRow(event, at)))
      .returning<Array<Pick<EventRow, 'position'>>>('position');
    positions.push(...rows.map(({ position }) => String(position)));
  }
  return positions;
}

function toRow(event: NewEvent, at: string | Knex.Raw) {
  return {
    type: event.type,
    version: event.version ?? 1,
    at,
    actor: event.actor ?? null,
    platform: event.platform ?? null,
    promise_name: event.promiseName ?? null,
    request_uid: event.requestUid ?? null,
    namespace: event.namespace ?? null,
    owner_ref: event.ownerRef ?? null,
    requested_by: event.requestedBy ?? null,
    run_id: event.runId ?? null,
    step_id: event.stepId ?? null,
    destination: event.destination ?? null,
    payload: JSON.stringify(event.payload),
  };
}
