import { isError } from '@backstage/errors';
import type {
  Pipeline,
  PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type { PipelineOutcome } from '@promissory/plugin-promises-node';
import type { RunFacts } from '../plan/snapshot';
import { checkOutput } from '../workflow/checkOutput';
import { readPipelineResult } from '../workflow/readPipelineResult';
import type { PipelineResult } from '../workflow/types';
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
  if (outcome.state === 'Failed') {
    await recordFailure(subject, tools, run, {
      reason: outcome.reason ?? 'PipelineFailed',
      message: outcome.message,
      violations: outcome.violations,
    });
    return;
  }
  let result: PipelineResult;
  try {
    result = readPipelineResult(outcome.metadata);
    if (run.workflow === 'configure') checkOutput(outcome.output.keys());
    if (!result.control.suspend) {
      await recordSuccess(subject, tools, ended, result);
      return;
    }
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    await recordFailure(subject, tools, run, {
      reason: 'InvalidOutput',
      message: error.message,
      violations: outcome.violations,
    });
    return;
  }
  await recordSuspension(subject, tools, ended, result);
}
