import type { Action } from '../plan/actions';
import { causeOf } from '../observe/causeOf';
import { inSpan } from '../observe/inSpan';
import { applyChild } from './applyChild';
import { deleteChild } from './deleteChild';
import { endRun } from './endRun';
import { finishRun } from './finishRun';
import { forgetPlacements } from './forgetPlacements';
import { recordAvailability } from './recordAvailability';
import { removeFiles } from './removeFiles';
import { removeWorksOf } from './removeWorksOf';
import { resumeRun } from './resumeRun';
import { runPipeline } from './runPipeline';
import { scheduleWorks } from './scheduleWorks';
import { startRun } from './startRun';
import type { PerformTools, Subject } from './types';
import { writeStaticDependencies } from './writeStaticDependencies';
import { writeTombstone } from './writeTombstone';

/** Does one action: exactly one effect, the same when it is done twice. */
export async function perform(
  subject: Subject,
  action: Exclude<Action, { kind: 'rest' }>,
  tools: PerformTools,
): Promise<void> {
  switch (action.kind) {
    case 'startRun':
      return startRun(subject, action, tools);
    case 'applyChild':
      return forChild(subject, () => applyChild(subject, action, tools));
    case 'deleteChild':
      return forChild(subject, () => deleteChild(subject, action, tools));
    case 'resumeRun':
      return resumeRun(subject, action);
    case 'runPipeline':
      return runPipeline(subject, action, tools);
    case 'endRun':
      return endRun(subject, action, tools);
    case 'finishRun':
      return finishRun(subject, action, tools);
    case 'schedule':
      return scheduleWorks(subject, action, tools);
    case 'forgetPlacements':
      return forgetPlacements(subject, action);
    case 'removeFiles':
      return removeFiles(subject, tools);
    case 'tombstone':
      return writeTombstone(subject, tools);
    case 'removeWorks':
      return removeWorksOf(subject, action);
    case 'writeStaticDependencies':
      return writeStaticDependencies(subject, action, tools);
    default:
      return recordAvailability(subject, action, tools);
  }
}

/** What is done to a child is in the trace of who changed its parent, and so is what the child brings. */
function forChild(
  subject: Subject,
  change: () => Promise<void>,
): Promise<void> {
  const cause = causeOf(subject.snapshot, 'change');
  return inSpan('promises.child', cause, change);
}
