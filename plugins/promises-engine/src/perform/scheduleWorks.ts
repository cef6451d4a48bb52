import { applySchedule } from '../database/operations/placements/applySchedule';
import type { Action } from '../plan/actions';
import { reachPoint } from '../points/reachPoint';
import { deliveryWork } from './deliveryWork';
import type { PerformTools, Subject } from './types';

/** Makes placements what they should be and wakes delivery. */
export async function scheduleWorks(
  subject: Subject,
  { schedule }: Extract<Action, { kind: 'schedule' }>,
  { now }: PerformTools,
): Promise<void> {
  const { platform, promiseId, requestUid, snapshot } = subject;
  const removed = snapshot.placements.filter(({ id }) =>
    schedule.remove.includes(id),
  );
  await subject.record(async transaction => {
    await applySchedule(transaction, {
      platform,
      promiseId,
      requestUid,
      schedule,
      at: now().toISOString(),
    });
    return {
      enqueue: deliveryWork(platform, [...schedule.place, ...removed]),
      events: [
        {
          ...subject.scope,
          type: 'WorkScheduled',
          payload: {
            placements: schedule.place.map(
              ({ destination, pipeline, directory, misplaced }) => ({
                destination,
                pipeline,
                directory,
                misplaced,
              }),
            ),
            removing: removed.map(({ destination }) => destination),
            unscheduled: schedule.unscheduled.length,
          },
        },
      ],
    };
  });
  reachPoint({ point: 'placed', workflow: 'configure' });
}
