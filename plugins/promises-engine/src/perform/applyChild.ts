import type { Knex } from 'knex';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type { PromiseRow, RequestRow } from '../database/rows/rows';
import { isUniqueViolation } from '../database/transactions/isUniqueViolation';
import type { ApplyChildAction } from '../plan/actions';
import type { RequestSnapshot } from '../plan/snapshot';
import type { AppliedRequest } from '../platform/AppliedRequest';
import { changeRequest } from '../platform/changeRequest';
import { createRequest } from '../platform/createRequest';
import type { ApplyRequestOptions } from '../platform/types';
import { finishChild } from './finishChild';
import type { PerformTools, Subject } from './types';

/**
 * Orders a child or changes it, under the lock of its parent and then its own. Whatever has changed since the plan was
 * made, nothing is written then and the plan is made again: a name that somebody else took is never adopted.
 */
export async function applyChild(
  subject: Subject,
  action: ApplyChildAction,
  tools: PerformTools,
): Promise<void> {
  try {
    await subject.record(async transaction => {
      const applied = await write(transaction, { subject, action, tools });
      return applied?.event
        ? finishChild(transaction, {
            uid: applied.uid,
            event: applied.event,
            wake: applied.wake,
            tools,
          })
        : {};
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody ordered the name at the same time: with it, the plan is another one.
    await subject.record(async () => ({}));
  }
}

interface WriteOptions {
  readonly subject: Subject;
  readonly action: ApplyChildAction;
  readonly tools: PerformTools;
}

async function write(
  transaction: Knex.Transaction,
  { subject, action, tools }: WriteOptions,
): Promise<AppliedRequest | undefined> {
  const { request: parent, generation } = subject.snapshot as RequestSnapshot;
  const { promiseId, promiseName, namespace, name, revisionId } = action;
  const promise = await transaction<PromiseRow>('promises')
    .where({ id: promiseId })
    .first();
  if (!promise) return undefined;
  if (revisionId && promise.current_revision_id !== revisionId) {
    return undefined;
  }
  const request: ApplyRequestOptions = {
    promiseName,
    namespace,
    name,
    labels: action.labels,
    annotations: action.annotations,
    spec: action.spec,
    promiseRevisionId: promise.current_revision_id ?? '',
    ownerRef: parent.ownerRef,
    actor: { ref: generation.actor, origin: 'parent' },
  };
  const at = tools.now().toISOString();
  if (action.uid) {
    const row = await lockRequest(transaction, action.uid);
    const isOurs =
      row?.parent_uid === parent.uid &&
      !row.deleted_at &&
      !row.delete_requested_at;
    if (!isOurs) return undefined;
    return changeRequest(transaction, {
      request,
      row,
      at,
      spec: action.changesSpec,
      requestedBy: parent.requestedBy,
    });
  }
  const { platform } = parent;
  const taken = await transaction<RequestRow>('requests')
    .where({ platform, promise_name: promiseName, namespace, name })
    .whereNull('deleted_at')
    .first('uid');
  const takesOrders = ['Available', 'Unavailable'].includes(promise.state);
  if (taken || !takesOrders) return undefined;
  return createRequest(transaction, {
    request,
    promise,
    platform,
    at,
    parent: { uid: parent.uid, requestedBy: parent.requestedBy },
  });
}
