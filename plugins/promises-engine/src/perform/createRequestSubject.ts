import type { Knex } from 'knex';
import { loadRequestSnapshot } from '../database/operations/requests/loadRequestSnapshot';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type { RequestRow } from '../database/rows/rows';
import { runInTransaction } from '../database/transactions';
import type { RequestSnapshot } from '../plan/snapshot';
import { reachPoint } from '../points/reachPoint';
import { assertLease } from '../queue';
import type { WorkContext } from '../queue/types';
import { workName } from '../scheduling/workName';
import { requestManifest } from '../status/requestManifest';
import { requestEnvironment } from '../workflow/requestEnvironment';
import { finishTransaction } from './finishTransaction';
import { makeChanges } from './makeChanges';
import { requestScope } from './requestScope';
import type { Change, PerformTools, RecordOptions, Subject } from './types';

/** A request whose lease is held, with what it is after the newest change. */
export interface RequestSubject extends Subject {
  readonly current: () => RequestSnapshot;
}

/** A request whose lease is held. */
export function createRequestSubject(options: {
  readonly tools: PerformTools;
  readonly snapshot: RequestSnapshot;
  readonly lease: WorkContext;
}): RequestSubject {
  const { tools, snapshot, lease } = options;
  const { request, promise } = snapshot;
  const { knex } = tools;
  let current = snapshot;
  const reload = async (transaction: Knex.Transaction) => {
    const { revisions, children } = tools;
    const { uid } = request;
    return (
      (await loadRequestSnapshot(transaction, { uid, revisions, children })) ??
      current
    );
  };
  const subject: RequestSubject = {
    owner: { requestUid: request.uid },
    platform: request.platform,
    promiseId: promise.id,
    requestUid: request.uid,
    scope: requestScope(request),
    snapshot,
    signal: lease.signal,
    current: () => current,
    object: async () => requestManifest(current),
    environment: (run, pipeline) =>
      requestEnvironment({
        request,
        definition: snapshot.revisions.get(run.revisionId)?.definition,
        action: run.workflow,
        pipeline,
      }),
    workName: pipeline =>
      workName({
        promiseName: request.promiseName,
        requestName: request.name,
        ownerId: request.uid,
        pipeline,
      }),
    record: async (change: Change, recordOptions: RecordOptions = {}) => {
      const recorded = await runInTransaction(knex, async transaction => {
        const row = await lockRequest(transaction, request.uid);
        await assertLease(transaction, lease);
        if (recordOptions.asPlanned && row && isOtherThan(row, request)) {
          return { snapshot: await reload(transaction), points: [] };
        }
        return makeChanges(transaction, {
          subject,
          tools,
          row,
          previous: current,
          first: { ...recordOptions, change },
        });
      });
      current = recorded.snapshot;
      recorded.points.forEach(reachPoint);
    },
    append: (change: Change) =>
      runInTransaction(knex, async transaction => {
        await assertLease(transaction, lease);
        await finishTransaction(transaction, await change(transaction));
      }),
  };
  return subject;
}

/** Whether a caller has changed what is wanted of a request. */
function isOtherThan(
  row: RequestRow,
  request: RequestSnapshot['request'],
): boolean {
  return (
    Boolean(row.paused) !== request.paused ||
    row.generation !== request.generation ||
    Boolean(row.delete_requested_at) !== Boolean(request.deleteRequestedAt)
  );
}
