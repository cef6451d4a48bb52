import type { RunFacts } from './snapshot';

/** A run with pipelines to run now. */
export type ActiveRun = RunFacts & { readonly state: 'Pending' | 'Running' };

/** Whether a run has pipelines to run now. */
export function isActive(run: RunFacts | undefined): run is ActiveRun {
  return run?.state === 'Pending' || run?.state === 'Running';
}
