import { markRemoving } from '../database/operations/placements/applySchedule';
import { releaseGoneWorks } from '../database/operations/works/releaseGoneWorks';
import { removeWorks } from '../database/operations/works/removeWorks';
import { reachPoint } from '../points/reachPoint';
import { deliveryWork } from './deliveryWork';
import type { PerformTools, Subject } from './types';

/** Drops all Works of a request that is being deleted and asks delivery to remove their files. */
export async function removeFiles(
  subject: Subject,
  { now }: PerformTools,
): Promise<void> {
  const { works, placements } = subject.snapshot;
  const standing = placements.filter(
    ({ removing, state }) => !removing && state !== 'Removed',
  );
  await subject.record(async transaction => {
    const workIds = works.map(({ id }) => id);
    await removeWorks(transaction, workIds);
    await markRemoving(transaction, {
      ids: standing.map(({ id }) => id),
      at: now().toISOString(),
    });
    await releaseGoneWorks(transaction, workIds);
    return { enqueue: deliveryWork(subject.platform, standing) };
  });
  reachPoint({ point: 'placed', workflow: 'delete' });
}
