import { releaseGoneWorks } from '../database/operations/works/releaseGoneWorks';
import type { PlacementRow } from '../database/rows/rows';
import type { Action } from '../plan/actions';
import type { Subject } from './types';

/** Drops rows of placements whose files are gone, and bytes that nothing needs any more. */
export async function forgetPlacements(
  subject: Subject,
  { placementIds }: Extract<Action, { kind: 'forgetPlacements' }>,
): Promise<void> {
  await subject.record(async transaction => {
    await transaction<PlacementRow>('placements')
      .whereIn('id', [...placementIds])
      .where({ state: 'Removed' })
      .delete();
    await releaseGoneWorks(
      transaction,
      subject.snapshot.placements
        .filter(({ id }) => placementIds.includes(id))
        .map(({ workId }) => workId),
    );
    return {};
  });
}
