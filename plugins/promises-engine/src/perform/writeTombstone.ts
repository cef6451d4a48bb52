import { listWaitingForName } from '../database/operations/requests/listWaitingForName';
import { removeRuns } from '../database/operations/runs/removeRuns';
import { releaseGoneWorks } from '../database/operations/works/releaseGoneWorks';
import type { PlacementRow, RequestRow } from '../database/rows/rows';
import type { PerformTools, Subject } from './types';

/**
 * The request is gone. Its row, generations and events stay for as long as a tombstone does, so that its page and the
 * audit can tell what it was; Works, placements, runs, steps, logs and bytes go. The name is free again.
 */
export async function writeTombstone(
  subject: Subject,
  { now, tombstoneMs }: PerformTools,
): Promise<void> {
  const uid = subject.requestUid!;
  await subject.record(async transaction => {
    const at = now();
    await removeRuns(transaction, runs => runs.where({ request_uid: uid }));
    await transaction<PlacementRow>('placements')
      .where({ request_uid: uid })
      .delete();
    await releaseGoneWorks(
      transaction,
      subject.snapshot.placements.map(({ workId }) => workId),
    );
    await transaction<RequestRow>('requests')
      .where({ uid })
      .update({
        deleted_at: at.toISOString(),
        tombstone_until: new Date(at.getTime() + tombstoneMs).toISOString(),
        wanted_trigger: null,
        wanted_by: null,
      });
    return {
      enqueue: await listWaitingForName(transaction, subject.platform),
      events: [{ ...subject.scope, type: 'RequestDeleted', payload: {} }],
    };
  });
}
