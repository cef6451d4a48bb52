import { stringifyError } from '@backstage/errors';
import { closeSteps } from '../database/operations/steps/closeSteps';
import { updateRun } from '../database/operations/runs/updateRun';
import type { RunFacts } from '../plan/snapshot';
import { backoffMs } from '../queue/backoffMs';
import { cleanText } from '../text/cleanText';
import type { PerformTools, Subject } from './types';

/**
 * A runner could not do its work: nothing is known of the pipeline, so it is run again after a pause that grows, and
 * until then the run says why it waits.
 */
export async function recordRunnerFault(
  subject: Subject,
  { logger, now }: PerformTools,
  run: RunFacts,
  fault: {
    readonly runner: string;
    readonly pipeline: string;
    readonly error: unknown;
  },
): Promise<void> {
  const attempt = run.attempt + 1;
  const cause = cleanText(stringifyError(fault.error));
  const message = `Runner ${fault.runner} could not run pipeline ${fault.pipeline}: ${cause}`;
  const pause = backoffMs({ failures: attempt, random: Math.random() });
  logger.warn(`Run ${run.id}: ${message}; next try in ${pause} ms`);
  await subject.record(async transaction => {
    const at = now();
    await updateRun(transaction, run.id, {
      state: 'Suspended',
      reason: 'RunnerFailed',
      message,
      attempt,
      next_try_at: new Date(at.getTime() + pause).toISOString(),
    });
    await closeSteps(transaction, {
      runId: run.id,
      reason: 'RunnerFailed',
      at: at.toISOString(),
    });
    return {};
  });
}
