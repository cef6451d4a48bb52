import { reconciliationInterval } from '../workflow/reconciliationInterval';
import type { RevisionFacts, RunFacts } from './snapshot';

/** When a workflow that has ended runs again on its own. */
export function intervalDue(
  run: RunFacts | undefined,
  revision: RevisionFacts,
  defaultIntervalMs: number,
): Date | undefined {
  if (!run?.finishedAt) return undefined;
  if (run.state !== 'Succeeded' && run.state !== 'Failed') return undefined;
  const interval = reconciliationInterval(
    revision.definition,
    defaultIntervalMs,
  );
  return new Date(new Date(run.finishedAt).getTime() + interval);
}
