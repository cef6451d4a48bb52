import type { PromiseFacts } from '../../../plan/snapshot';
import type { PromiseRow } from '../../rows/rows';

/** The row of a Promise as plans read it. */
export function readPromiseFacts(row: PromiseRow): PromiseFacts {
  return {
    id: row.id,
    platform: row.platform,
    name: row.name,
    ownerRef: row.owner_ref ?? undefined,
    holdsName: Boolean(row.holds_name),
    state: row.state,
    reason: row.reason,
    message: row.message,
    currentRevisionId: row.current_revision_id ?? undefined,
  };
}
