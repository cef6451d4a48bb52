import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import type { ChildRules } from '../children/ChildRules';
import { loadRequestSnapshot } from '../database/operations/requests/loadRequestSnapshot';
import type { RevisionCache } from '../database/operations/promises/readRevisions';
import { releaseWorkloads } from '../database/operations/works/releaseWorkloads';
import type { RequestRow } from '../database/rows/rows';
import type { NewEvent } from '../events/types';
import { assessRequest, type RequestAssessment } from '../status/assessRequest';
import type { RequestSnapshot } from '../plan/snapshot';
import type { EnqueueWorkOptions } from '../queue';
import { requestScope } from './requestScope';
import { tellParent } from './tellParent';

/** Which request, and when. */
export interface RefreshRequestStateOptions {
  readonly uid: string;
  readonly revisions: RevisionCache;
  readonly children: ChildRules;
  readonly now: Date;
}

/** A request as it is now, and what to append and whom to wake where that is another state than the one that was recorded. */
export interface RefreshedRequest {
  readonly snapshot: RequestSnapshot;
  readonly events: readonly NewEvent[];
  readonly enqueue: readonly EnqueueWorkOptions[];
}

/** Records the state that follows from the rows as they are in this transaction. */
export async function refreshRequestState(
  transaction: Knex.Transaction,
  options: RefreshRequestStateOptions,
): Promise<RefreshedRequest> {
  const snapshot = await loadRequestSnapshot(transaction, options);
  if (!snapshot) {
    throw new NotFoundError(`There is no request ${options.uid}`);
  }
  return recordRequestState(transaction, snapshot, options.now);
}

/** Records the state that follows from a snapshot that was taken in this transaction. */
export async function recordRequestState(
  transaction: Knex.Transaction,
  snapshot: RequestSnapshot,
  now: Date,
): Promise<RefreshedRequest> {
  const assessment = assessRequest(snapshot, now);
  if (!isOtherState(snapshot, assessment)) {
    return { snapshot, events: [], enqueue: [] };
  }
  const { state, conditions, delivered } = assessment;
  const { request } = snapshot;
  const since =
    state.name === request.state.name ? request.state.since : now.toISOString();
  await transaction<RequestRow>('requests')
    .where({ uid: request.uid })
    .update({
      state: state.name,
      state_reason: state.reason,
      state_message: state.message,
      state_detail: JSON.stringify(state.detail),
      state_since: since,
      conditions: JSON.stringify(conditions),
      updated_at: now.toISOString(),
      ...(delivered
        ? { delivered_generation: snapshot.configureRun?.generation }
        : {}),
    });
  if (delivered && state.name !== request.state.name) {
    await releaseWorkloads(transaction, snapshot.works);
  }
  const event: NewEvent = {
    ...requestScope(request),
    type: 'RequestStateChanged',
    payload: {
      name: request.name,
      generation: request.generation,
      previous: request.state.name,
      state: { ...state.detail, ...withoutDetail(state), since },
    },
  };
  const told = await tellParent(transaction, snapshot, { ...state, since });
  return {
    events: [event, ...told.events],
    enqueue: told.enqueue,
    snapshot: {
      ...snapshot,
      request: {
        ...request,
        state: { ...state, detail: { ...state.detail }, since },
        conditions,
        ...(delivered
          ? { deliveredGeneration: snapshot.configureRun?.generation }
          : {}),
      },
    },
  };
}

/** Whether what a viewer sees differs from what is recorded. */
export function isOtherState(
  { request, configureRun }: RequestSnapshot,
  { state, conditions, delivered }: RequestAssessment,
): boolean {
  return (
    state.name !== request.state.name ||
    state.reason !== request.state.reason ||
    state.message !== request.state.message ||
    !isDeepStrictEqual({ ...state.detail }, { ...request.state.detail }) ||
    !isDeepStrictEqual(
      JSON.parse(JSON.stringify(conditions)),
      request.conditions,
    ) ||
    (delivered && request.deliveredGeneration !== configureRun?.generation)
  );
}

function withoutDetail({ name, reason, message }: RequestAssessment['state']) {
  return { name, reason, message };
}
