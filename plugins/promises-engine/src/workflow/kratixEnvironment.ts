import type {
  WorkflowAction,
  WorkflowType,
} from '@promissory/plugin-promises-common';

/** The object that a workflow is for. */
export interface KratixEnvironmentOptions {
  readonly action: WorkflowAction;
  readonly type: WorkflowType;
  readonly promiseName: string;
  readonly pipelineName: string;
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly name: string;
  /** empty for a Promise */
  readonly namespace: string;
  readonly plural: string;
  readonly clusterScoped: boolean;
}

/** Kratix's variables in Kratix's order. */
export function kratixEnvironment(
  options: KratixEnvironmentOptions,
): Array<{ name: string; value: string }> {
  const variables: Record<string, string> = {
    KRATIX_WORKFLOW_ACTION: options.action,
    KRATIX_WORKFLOW_TYPE: options.type,
    KRATIX_PROMISE_NAME: options.promiseName,
    KRATIX_PIPELINE_NAME: options.pipelineName,
    KRATIX_OBJECT_KIND: options.kind,
    KRATIX_OBJECT_GROUP: options.group,
    KRATIX_OBJECT_VERSION: options.version,
    KRATIX_OBJECT_NAME: options.name,
    KRATIX_OBJECT_NAMESPACE: options.namespace,
    KRATIX_CRD_PLURAL: options.plural,
    KRATIX_CLUSTER_SCOPED: String(options.clusterScoped),
  };
  return Object.entries(variables).map(([name, value]) => ({ name, value }));
}
