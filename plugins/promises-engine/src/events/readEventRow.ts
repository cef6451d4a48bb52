import type { EventRow } from '../database/rows/rows';
import type { EventType, StoredEvent } from './types';

/** A row of the log as an event. */
export function readEventRow(row: EventRow): StoredEvent {
  return {
    position: String(row.position),
    type: row.type as EventType,
    version: row.version,
    at: row.at,
    actor: row.actor ?? undefined,
    platform: row.platform ?? undefined,
    promiseName: row.promise_name ?? undefined,
    requestUid: row.request_uid ?? undefined,
    namespace: row.namespace ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    requestedBy: row.requested_by ?? undefined,
    runId: row.run_id ?? undefined,
    stepId: row.step_id ?? undefined,
    destination: row.destination ?? undefined,
    payload: JSON.parse(row.payload),
  };
}
