import {
  getPromiseApi,
  type Pipeline,
  type PromiseDefinition,
  type WorkflowAction,
} from '@promissory/plugin-promises-common';
import type { RequestFacts } from '../plan/snapshot';
import { kratixEnvironment } from './kratixEnvironment';

/** Kratix's variables for a pipeline of a request. */
export function requestEnvironment(options: {
  readonly request: RequestFacts;
  readonly definition: PromiseDefinition | undefined;
  readonly action: WorkflowAction;
  readonly pipeline: Pipeline;
}): Array<{ name: string; value: string }> {
  const { request, definition, action, pipeline } = options;
  const api = definition && getPromiseApi(definition);
  return kratixEnvironment({
    action,
    type: 'resource',
    promiseName: request.promiseName,
    pipelineName: pipeline.metadata.name,
    kind: request.apiKind,
    group: request.apiGroup,
    version: request.apiVersion,
    name: request.name,
    namespace: request.namespace,
    plural: api?.plural ?? '',
    clusterScoped: api?.scope === 'Cluster',
  });
}
