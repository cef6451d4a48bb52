import { hashSpec } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { parseJson } from '../database/json/parseJson';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type {
  PromiseRow,
  RequestGenerationRow,
  RequestRow,
} from '../database/rows/rows';
import type { NewEvent } from '../events/types';
import { checkOrderable } from './checkOrderable';
import { decideApply, type PresentRequest } from './decideApply';
import type { ApplyRequestOptions, ApplyRequestResult } from './types';

/** What applying did to the rows, and what has to follow. */
export interface AppliedRequest extends ApplyRequestResult {
  /** absent where nothing was written */
  readonly event?: NewEvent;
  /** the engine has something to do */
  readonly wake: boolean;
}

/** The rows of an order or a change, without its event. */
export async function applyRequest(
  transaction: Knex.Transaction,
  options: {
    readonly platform: string;
    readonly now: Date;
    readonly request: ApplyRequestOptions;
  },
): Promise<AppliedRequest> {
  const { platform, request, now } = options;
  const { promiseName, namespace, name } = request;
  const found = await transaction<RequestRow>('requests')
    .where({ platform, promise_name: promiseName, namespace, name })
    .whereNull('deleted_at')
    .first('uid');
  const row = found && (await lockRequest(transaction, found.uid));
  const live = row?.deleted_at ? undefined : row;
  const decision = decideApply(
    request,
    live && (await readPresent(transaction, live)),
  );
  if (live && decision === 'unchanged') {
    return { uid: live.uid, outcome: 'unchanged', wake: false };
  }
  const promise = await transaction<PromiseRow>('promises')
    .where(
      live
        ? { id: live.promise_id }
        : { platform, name: promiseName, holds_name: true },
    )
    .first();
  checkOrderable(request, promise, !live);
  const at = now.toISOString();
  return live
    ? change(transaction, {
        request,
        row: live,
        at,
        spec: decision === 'changeSpec',
      })
    : create(transaction, { request, promise, platform, at });
}

async function readPresent(
  transaction: Knex.Transaction,
  row: RequestRow,
): Promise<PresentRequest> {
  const generation = await transaction<RequestGenerationRow>(
    'request_generations',
  )
    .where({ request_uid: row.uid, generation: row.generation })
    .first('spec');
  return {
    uid: row.uid,
    spec: parseJson(generation?.spec ?? '{}'),
    labels: parseJson(row.labels),
    annotations: parseJson(row.annotations),
    ownerRef: row.owner_ref,
    etag: String(row.row_version),
    deleting: row.delete_requested_at !== null,
  };
}

async function create(
  transaction: Knex.Transaction,
  options: {
    readonly request: ApplyRequestOptions;
    readonly promise: PromiseRow;
    readonly platform: string;
    readonly at: string;
  },
): Promise<AppliedRequest> {
  const { request, promise, platform, at } = options;
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
    requested_by: request.actor.ref,
    origin: request.actor.origin,
    parent_uid: null,
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
      { uid, platform, request },
      {
        generation: 1,
      },
    ),
  };
}

async function change(
  transaction: Knex.Transaction,
  options: {
    readonly request: ApplyRequestOptions;
    readonly row: RequestRow;
    readonly at: string;
    /** the spec is another one, which makes a generation */
    readonly spec: boolean;
  },
): Promise<AppliedRequest> {
  const { request, row, at, spec } = options;
  const { uid, platform } = row;
  const generation = row.generation + (spec ? 1 : 0);
  await transaction<RequestRow>('requests')
    .where({ uid })
    .update({
      owner_ref: request.ownerRef,
      labels: JSON.stringify(request.labels),
      annotations: JSON.stringify(request.annotations),
      generation,
      row_version: row.row_version + 1,
      updated_at: at,
    });
  if (spec) {
    await insertGeneration(transaction, { uid, generation, request, at });
  }
  return {
    uid,
    outcome: 'changed',
    wake: spec,
    event: requestEvent(
      'RequestChanged',
      { uid, platform, request, requestedBy: row.requested_by },
      { generation, spec },
    ),
  };
}

async function insertGeneration(
  transaction: Knex.Transaction,
  options: {
    readonly uid: string;
    readonly generation: number;
    readonly request: ApplyRequestOptions;
    readonly at: string;
  },
): Promise<void> {
  const { uid, generation, request, at } = options;
  await transaction<RequestGenerationRow>('request_generations').insert({
    request_uid: uid,
    generation,
    spec: JSON.stringify(request.spec),
    spec_hash: hashSpec(request.spec),
    promise_revision_id: request.promiseRevisionId,
    actor: request.actor.ref,
    origin: request.actor.origin,
    comment: request.comment ?? null,
    decision: 'accepted',
    created_at: at,
  });
}

function requestEvent(
  type: 'RequestCreated' | 'RequestChanged',
  subject: {
    readonly uid: string;
    readonly platform: string;
    readonly request: ApplyRequestOptions;
    readonly requestedBy?: string;
  },
  payload: Readonly<Record<string, unknown>>,
): NewEvent {
  const { uid, platform, request, requestedBy } = subject;
  return {
    type,
    actor: request.actor.ref,
    platform,
    promiseName: request.promiseName,
    requestUid: uid,
    namespace: request.namespace,
    ownerRef: request.ownerRef,
    requestedBy: requestedBy ?? request.actor.ref,
    payload: {
      name: request.name,
      origin: request.actor.origin,
      ...(request.comment ? { comment: request.comment } : {}),
      ...payload,
    },
  };
}
