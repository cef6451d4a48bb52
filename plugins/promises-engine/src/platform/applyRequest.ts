import type { Knex } from 'knex';
import { parseJson } from '../database/json/parseJson';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type {
  PromiseRow,
  RequestGenerationRow,
  RequestRow,
} from '../database/rows/rows';
import { createRequest } from './createRequest';
import { changeRequest } from './changeRequest';
import { checkNamespaceRoom } from './checkNamespaceRoom';
import { checkOrderable } from './checkOrderable';
import { decideApply, type PresentRequest } from './decideApply';
import { ConflictError } from '@backstage/errors';
import type { AppliedRequest } from './AppliedRequest';
import { describeOwnerOf } from './describeOwnerOf';
import type { ApplyRequestOptions } from './types';

/** The rows of an order or a change, without its event. */
export async function applyRequest(
  transaction: Knex.Transaction,
  options: {
    readonly platform: string;
    readonly now: Date;
    readonly request: ApplyRequestOptions;
    /** Requests that a namespace may have; any number unless given. */
    readonly requestsPerNamespace?: number;
  },
): Promise<AppliedRequest> {
  const { platform, request, now, requestsPerNamespace: limit } = options;
  const { promiseName, namespace, name } = request;
  const found = await transaction<RequestRow>('requests')
    .where({ platform, promise_name: promiseName, namespace, name })
    .whereNull('deleted_at')
    .first('uid');
  const row = found && (await lockRequest(transaction, found.uid));
  const live = row?.deleted_at ? undefined : row;
  if (live?.parent_uid && !request.mustBeNew) {
    throw new ConflictError(
      `Request ${namespace}/${name} of Promise ${promiseName} belongs to ${await describeOwnerOf(
        transaction,
        live.parent_uid,
      )}; change that one`,
    );
  }
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
  if (!live && limit !== undefined) {
    await checkNamespaceRoom(transaction, { platform, namespace, limit });
  }
  const at = now.toISOString();
  return live
    ? changeRequest(transaction, {
        request,
        row: live,
        at,
        spec: decision === 'changeSpec',
      })
    : createRequest(transaction, { request, promise, platform, at });
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
