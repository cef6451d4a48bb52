import { parseJson } from '../../json/parseJson';
import type { RequestFacts } from '../../../plan/snapshot';
import type { RequestRowWithWork } from './readRequestRow';

/** The row of a request as plans read it. */
export function readRequestFacts(row: RequestRowWithWork): RequestFacts {
  return {
    uid: row.uid,
    platform: row.platform,
    promiseName: row.promise_name,
    namespace: row.namespace,
    name: row.name,
    apiGroup: row.api_group,
    apiVersion: row.api_version,
    apiKind: row.api_kind,
    parentUid: row.parent_uid ?? undefined,
    ownerRef: row.owner_ref,
    requestedBy: row.requested_by,
    labels: parseJson(row.labels),
    annotations: parseJson(row.annotations),
    generation: row.generation,
    observedGeneration: row.observed_generation,
    deliveredGeneration: row.delivered_generation ?? undefined,
    paused: Boolean(row.paused),
    ...(typeof row.set_aside_error === 'string'
      ? {
          setAside: {
            failures: row.set_aside_failures ?? 0,
            error: row.set_aside_error,
          },
        }
      : {}),
    wantedTrigger:
      (row.wanted_trigger as RequestFacts['wantedTrigger'] | null) ?? undefined,
    wantedBy: row.wanted_by ?? undefined,
    deleteRequestedAt: row.delete_requested_at ?? undefined,
    deleteRequestedBy: row.delete_requested_by ?? undefined,
    deletedAt: row.deleted_at ?? undefined,
    trace: row.trace ?? undefined,
    createdAt: row.created_at,
    state: {
      name: row.state,
      reason: row.state_reason,
      message: row.state_message,
      detail: parseJson(row.state_detail),
      since: row.state_since,
    },
    status: parseJson(row.status),
    conditions: parseJson(row.conditions),
  };
}
