import { hashResourceWorkflow } from '@promissory/plugin-promises-common';
import type { RequestSnapshot, RevisionFacts, RunFacts } from './snapshot';

/** What the newest configure run should have run for. */
export interface DesiredRun {
  readonly revision: RevisionFacts;
  readonly generation: number;
  readonly hash: string;
}

/** The run that a request should have: its newest generation at the Promise's current revision. */
export function desiredRun(snapshot: RequestSnapshot): DesiredRun | undefined {
  const { promise, revisions, generation } = snapshot;
  const revision = revisions.get(promise.currentRevisionId ?? '');
  if (!revision) return undefined;
  return {
    revision,
    generation: generation.generation,
    hash: hashResourceWorkflow({
      promiseHash: revision.specHash,
      resourceHash: generation.specHash,
    }),
  };
}

/** Whether a run is for something else than what is wanted now. */
export function isOutdated(run: RunFacts, desired: DesiredRun): boolean {
  return run.generation !== desired.generation || run.hash !== desired.hash;
}
