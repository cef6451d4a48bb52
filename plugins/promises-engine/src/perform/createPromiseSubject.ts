import { loadPromiseSnapshot } from '../database/operations/promises/loadPromiseSnapshot';
import { runInTransaction } from '../database/transactions';
import type { PromiseSnapshot } from '../plan/snapshot';
import { reachPoint } from '../points/reachPoint';
import { assertLease } from '../queue';
import type { WorkContext } from '../queue/types';
import { workName } from '../scheduling/workName';
import { promiseManifest } from '../status/promiseManifest';
import { promiseEnvironment } from '../workflow/promiseEnvironment';
import { finishTransaction } from './finishTransaction';
import type { Change, PerformTools, RecordOptions, Subject } from './types';

/** A Promise whose lease is held. */
export function createPromiseSubject(options: {
  readonly tools: PerformTools;
  readonly snapshot: PromiseSnapshot;
  readonly lease: WorkContext;
}): Subject {
  const { tools, snapshot, lease } = options;
  const { promise } = snapshot;
  const record = async (change: Change, { reaches }: RecordOptions = {}) => {
    await runInTransaction(tools.knex, async transaction => {
      await assertLease(transaction, lease);
      await finishTransaction(transaction, await change(transaction));
    });
    if (reaches) reachPoint(reaches);
  };
  return {
    owner: { promiseId: promise.id },
    platform: promise.platform,
    promiseId: promise.id,
    scope: {
      platform: promise.platform,
      promiseName: promise.name,
      ownerRef: promise.ownerRef,
    },
    snapshot,
    signal: lease.signal,
    object: async () => {
      const current =
        (await loadPromiseSnapshot(tools.knex, {
          id: promise.id,
          revisions: tools.revisions,
        })) ?? snapshot;
      const id =
        current.configureRun?.revisionId ?? promise.currentRevisionId ?? '';
      const revision = current.revisions.get(id);
      return revision ? promiseManifest(current, revision) : {};
    },
    environment: (run, pipeline) =>
      promiseEnvironment({
        promiseName: promise.name,
        action: run.workflow,
        pipelineName: pipeline.metadata.name,
      }),
    workName: pipeline =>
      workName({
        promiseName: promise.name,
        ownerId: promise.id,
        pipeline,
      }),
    record,
    append: record,
  };
}
