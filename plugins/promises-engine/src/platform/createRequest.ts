import type { Knex } from 'knex';
import { ulid } from 'ulid';
import type { PromiseRow, RequestRow } from '../database/rows/rows';
import type { AppliedRequest } from './AppliedRequest';
import { insertGeneration } from './insertGeneration';
import { requestEvent } from './requestEvent';
import type { ApplyRequestOptions } from './types';

/** Inserts a request and its first generation. */
export async function createRequest(
  transaction: Knex.Transaction,
  options: {
    readonly request: ApplyRequestOptions;
    readonly promise: PromiseRow;
    readonly platform: string;
    readonly at: string;
    /** of a child: whose, and for whom */
    readonly parent?: { readonly uid: string; readonly requestedBy: string };
  },
): Promise<AppliedRequest> {
  const { request, promise, platform, at, parent } = options;
  const uid = ulid();
  // Goes on from deleted requests of the name: an etag of theirs must not fit the new one.
  const before = await transaction<RequestRow>('requests')
    .where({
      platform,
      promise_name: promise.name,
      namespace: request.namespace,
      name: request.name,
    })
    .max({ version: 'row_version' })
    .first<{ version: number | null }>();
  await transaction<RequestRow>('requests').insert({
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
    row_version: (before?.version ?? 0) + 1,
    created_at: at,
    updated_at: at,
  });
  await insertGeneration(transaction, { uid, generation: 1, request, at });
  return {
    uid,
    outcome: 'created',
    wake: true,
    event: requestEvent(
      'RequestCreated',
      { uid, platform, request, requestedBy: parent?.requestedBy },
      {
        generation: 1,
        ...(parent ? { parentUid: parent.uid } : {}),
      },
    ),
  };
}
