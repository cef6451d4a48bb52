import type {
  Pipeline,
  PromiseDefinition,
  WorkflowAction,
  WorkflowType,
} from '@promissory/plugin-promises-common';

/** Pipelines of one workflow in their order. */
export function pipelinesOf(
  definition: PromiseDefinition,
  type: WorkflowType,
  action: WorkflowAction,
): readonly Pipeline[] {
  return definition.spec.workflows?.[type]?.[action] ?? [];
}
