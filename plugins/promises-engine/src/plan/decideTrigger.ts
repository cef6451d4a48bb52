import type { Run } from '@promissory/plugin-promises-common';
import type { DesiredRun } from './desiredRun';
import type { RunFacts } from './snapshot';

/** Why a workflow has to run from its start, or undefined where its newest run is the right one. */
export function decideTrigger(options: {
  readonly run: RunFacts | undefined;
  readonly desired: DesiredRun;
  readonly wanted?: Run['trigger'];
}): Run['trigger'] | undefined {
  const { run, desired, wanted } = options;
  if (!run) return 'order';
  if (run.generation !== desired.generation) return 'change';
  if (run.hash !== desired.hash) return 'revision';
  if (wanted) return wanted;
  if (run.state === 'Superseded' || run.state === 'Cancelled')
    return 'reconcile';
  return undefined;
}
