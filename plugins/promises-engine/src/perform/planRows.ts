import { planRequest } from '../plan/planRequest';
import type { RequestSnapshot } from '../plan/snapshot';
import { finishedRun } from './finishRun';
import { scheduledWorks } from './scheduleWorks';
import type { PerformTools, RowsChange, Subject } from './types';

/**
 * What is next for a request where that is rows only: it can be done in the transaction of what was before it. Undefined
 * where something else is next, or nothing.
 */
export function planRows(
  subject: Subject,
  snapshot: RequestSnapshot,
  tools: PerformTools,
): RowsChange | undefined {
  const action = planRequest(snapshot, {
    now: tools.now(),
    defaultIntervalMs: tools.defaultIntervalMs,
  });
  const owner = { ...subject, snapshot };
  switch (action.kind) {
    case 'finishRun':
      return finishedRun(owner, action, tools);
    case 'schedule':
      return scheduledWorks(owner, action, tools);
    default:
      return undefined;
  }
}
