import { isError } from '@backstage/errors';
import type { WorkflowAction } from '@promissory/plugin-promises-common';
import type { PipelineOutcome } from '@promissory/plugin-promises-node';
import { checkOutput } from './checkOutput';
import { readPipelineResult } from './readPipelineResult';
import type { PipelineResult } from './types';

/** What a pipeline that ended asks for, or why it failed. */
export type ReadOutcome =
  | { readonly kind: 'succeeded'; readonly result: PipelineResult }
  | { readonly kind: 'suspended'; readonly result: PipelineResult }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly message?: string;
    };

/** Reads what a pipeline left behind; what cannot be read is a failure of the pipeline. */
export function readOutcome(
  action: WorkflowAction,
  outcome: PipelineOutcome,
): ReadOutcome {
  if (outcome.state === 'Failed') {
    const { reason = 'PipelineFailed', message } = outcome;
    return { kind: 'failed', reason, message };
  }
  try {
    const result = readPipelineResult(outcome.metadata);
    if (action === 'configure') checkOutput(outcome.output.keys());
    return { kind: result.control.suspend ? 'suspended' : 'succeeded', result };
  } catch (error) {
    return invalidOutput(error);
  }
}

/** The failure that an InputError about a pipeline's output is; any other error is thrown on. */
export function invalidOutput(
  error: unknown,
): Extract<ReadOutcome, { kind: 'failed' }> {
  if (!isError(error) || error.name !== 'InputError') throw error;
  return { kind: 'failed', reason: 'InvalidOutput', message: error.message };
}
