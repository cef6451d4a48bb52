import type { RunFacts } from '../plan/snapshot';
import type { DerivedCondition } from './conditionTypes';

/** Kratix's ConfigureWorkflowCompleted for the newest run; undefined before the first one. */
export function configureCondition(
  run: RunFacts | undefined,
  pipelineNames: readonly string[],
): DerivedCondition | undefined {
  if (!run) return undefined;
  const type = 'ConfigureWorkflowCompleted';
  if (run.state === 'Succeeded') {
    return {
      type,
      status: 'True',
      reason: 'PipelinesExecutedSuccessfully',
      message: 'Pipelines completed',
    };
  }
  if (run.state === 'Failed') {
    return {
      type,
      status: 'False',
      reason: 'ConfigureWorkflowFailed',
      message: `A Configure Pipeline has failed: ${
        pipelineNames[run.pipelineIndex] ?? ''
      }`,
    };
  }
  return {
    type,
    status: 'False',
    reason: 'PipelinesInProgress',
    message: 'Pipelines are still in progress',
  };
}
