import type { PromiseRow, RequestRow } from '../database/rows/rows';
import { activeTraceparent } from '../observe/traceContext';
import type { ApplyRequestOptions } from './types';

/** The row of a request that was just ordered. */
export function newRequestRow(options: {
  readonly uid: string;
  readonly request: ApplyRequestOptions;
  readonly promise: PromiseRow;
  readonly platform: string;
  readonly at: string;
  readonly rowVersion: number;
  /** of a child: whose, and for whom */
  readonly parent?: { readonly uid: string; readonly requestedBy: string };
}): RequestRow {
  const { uid, request, promise, platform, at, parent } = options;
  return {
    uid,
    platform,
    promise_id: promise.id,
    promise_name: promise.name,
    namespace: request.namespace,
    name: request.name,
    api_group: promise.api_group!,
    api_version: promise.api_version!,
    api_kind: promise.api_kind!,
    owner_ref: request.ownerRef,
    requested_by: parent?.requestedBy ?? request.actor.ref,
    origin: request.actor.origin,
    parent_uid: parent?.uid ?? null,
    labels: JSON.stringify(request.labels),
    annotations: JSON.stringify(request.annotations),
    generation: 1,
    observed_generation: 0,
    delivered_generation: null,
    state: 'Pending',
    state_reason: 'Accepted',
    state_message: 'The order was accepted',
    state_detail: '{}',
    state_since: at,
    status: '{}',
    conditions: '[]',
    paused: false,
    wanted_trigger: null,
    wanted_by: null,
    delete_requested_at: null,
    delete_requested_by: null,
    deleted_at: null,
    tombstone_until: null,
    row_version: options.rowVersion,
    trace: activeTraceparent() ?? null,
    created_at: at,
    updated_at: at,
  };
}
