import { lockRequest } from '../database/operations/requests/lockRequest';
import type { DeleteChildAction } from '../plan/actions';
import type { RequestSnapshot } from '../plan/snapshot';
import { requestDeletion } from '../platform/requestDeletion';
import { finishChild } from './finishChild';
import type { PerformTools, Subject } from './types';

/** Asks for the deletion of a child, in the name of whoever changed or deleted its parent. */
export async function deleteChild(
  subject: Subject,
  { uid }: DeleteChildAction,
  tools: PerformTools,
): Promise<void> {
  const { request: parent, generation } = subject.snapshot as RequestSnapshot;
  await subject.record(async transaction => {
    const row = await lockRequest(transaction, uid);
    if (row?.parent_uid !== parent.uid || row.delete_requested_at) return {};
    const event = await requestDeletion(transaction, {
      row,
      actor: {
        ref: parent.deleteRequestedBy ?? generation.actor,
        origin: 'parent',
      },
      now: tools.now(),
    });
    return finishChild(transaction, { uid, event, wake: true, tools });
  });
}
