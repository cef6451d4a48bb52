import { storeWorkloads } from '../database/operations/works/storeWorkloads';
import { upsertWork } from '../database/operations/works/upsertWork';
import type { Action } from '../plan/actions';
import type { PerformTools, Subject } from './types';

/** Writes the Work of a Promise's static dependencies. */
export async function writeStaticDependencies(
  subject: Subject,
  action: Extract<Action, { kind: 'writeStaticDependencies' }>,
  { now }: PerformTools,
): Promise<void> {
  const { group, content } = action;
  const { owner, promiseId, snapshot } = subject;
  const sequence =
    snapshot.revisions.get(snapshot.promise.currentRevisionId ?? '')
      ?.sequence ?? 1;
  await subject.record(async transaction => {
    const at = now().toISOString();
    await storeWorkloads(
      transaction,
      new Map(
        group.workloads.map(({ filepath }) => [filepath, Buffer.from(content)]),
      ),
      at,
    );
    await upsertWork(transaction, {
      owner,
      promiseId,
      name: subject.workName(''),
      type: 'static-dependency',
      pipeline: '',
      generation: sequence,
      groups: [group],
      at,
    });
    return {};
  });
}
