import type { WorkflowAction } from '@promissory/plugin-promises-common';
import { kratixEnvironment } from './kratixEnvironment';

/** Kratix's variables for a pipeline of a Promise. */
export function promiseEnvironment(options: {
  readonly promiseName: string;
  readonly action: WorkflowAction;
  readonly pipelineName: string;
}): Array<{ name: string; value: string }> {
  const { promiseName, action, pipelineName } = options;
  return kratixEnvironment({
    action,
    type: 'promise',
    promiseName,
    pipelineName,
    kind: 'Promise',
    group: 'platform.kratix.io',
    version: 'v1alpha1',
    name: promiseName,
    namespace: '',
    plural: 'promises',
    clusterScoped: true,
  });
}
