import type { Run } from '@promissory/plugin-promises-common';
import type { Action, RunFacts } from './types';

/** What becomes of a suspended run; undefined while it waits. */
export function decideSuspendedRun(options: {
  readonly run: RunFacts;
  readonly startOver: boolean;
  readonly wanted?: Run['trigger'];
  readonly now: Date;
}): Action | undefined {
  const { run, startOver, wanted, now } = options;
  if (startOver) {
    return {
      kind: 'endRun',
      runId: run.id,
      state: 'Superseded',
      message: 'Something newer was asked for; the workflow starts over',
    };
  }
  const due = run.nextTryAt !== undefined && new Date(run.nextTryAt) <= now;
  return wanted === 'resume' || due
    ? { kind: 'resumeRun', runId: run.id }
    : undefined;
}
