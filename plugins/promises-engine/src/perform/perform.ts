import type { Action } from '../plan/actions';
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
      return applyChild(subject, action, tools);
    case 'deleteChild':
      return deleteChild(subject, action, tools);
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
