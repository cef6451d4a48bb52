import { applySchedule } from '../database/operations/placements/applySchedule';
import type { Action } from '../plan/actions';
import { deliveryWork } from './deliveryWork';
import type { Change, PerformTools, RowsChange, Subject } from './types';

type ScheduleAction = Extract<Action, { kind: 'schedule' }>;

/** Makes placements what they should be and wakes delivery. */
export async function scheduleWorks(
  subject: Subject,
  action: ScheduleAction,
  tools: PerformTools,
): Promise<void> {
  const { change, ...options } = scheduledWorks(subject, action, tools);
  await subject.record(change, options);
}

/** The rows of placements that are what they should be. */
export function scheduledWorks(
  subject: Subject,
  { schedule }: ScheduleAction,
  { now }: PerformTools,
): RowsChange {
  const { platform, promiseId, requestUid, snapshot } = subject;
  const removed = snapshot.placements.filter(({ id }) =>
    schedule.remove.includes(id),
  );
  const change: Change = async transaction => {
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
  };
  return {
    change,
    touches: ['placements'],
    reaches: { point: 'placed', workflow: 'configure' },
  };
}
