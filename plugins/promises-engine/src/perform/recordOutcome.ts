import type {
  Pipeline,
  PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type { PipelineOutcome } from '@promissory/plugin-promises-node';
import type { RunFacts } from '../plan/snapshot';
import { invalidOutput, readOutcome } from '../workflow/readOutcome';
import { recordFailure } from './recordFailure';
import { recordSuccess } from './recordSuccess';
import { recordSuspension } from './recordSuspension';
import type { PerformTools, Subject } from './types';

/** A pipeline that has ended. */
export interface EndedPipeline {
  readonly run: RunFacts;
  readonly pipeline: Pipeline;
  readonly definition: PromiseDefinition;
  readonly outcome: PipelineOutcome;
}

/** Records what a pipeline left behind: a failure, a suspension, or its Work and status. */
export async function recordOutcome(
  subject: Subject,
  tools: PerformTools,
  ended: EndedPipeline,
): Promise<void> {
  const { run, outcome } = ended;
  const read = readOutcome(run.workflow, outcome);
  if (read.kind === 'suspended') {
    await recordSuspension(subject, tools, ended, read.result);
    return;
  }
  const failure =
    read.kind === 'failed'
      ? read
      : await recordSuccess(subject, tools, ended, read.result).catch(
          invalidOutput,
        );
  if (failure) {
    const { reason, message } = failure;
    const { violations } = outcome;
    await recordFailure(subject, tools, run, { reason, message, violations });
  }
}
