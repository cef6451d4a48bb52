import { releaseGoneWorks } from '../database/operations/works/releaseGoneWorks';
import { removeWorks } from '../database/operations/works/removeWorks';
import type { Action } from '../plan/actions';
import type { Subject } from './types';

/** Drops Works that nothing makes any more; scheduling then has their files removed. */
export async function removeWorksOf(
  subject: Subject,
  { workIds }: Extract<Action, { kind: 'removeWorks' }>,
): Promise<void> {
  await subject.record(async transaction => {
    await removeWorks(transaction, workIds);
    await releaseGoneWorks(transaction, workIds);
    return {};
  });
}
