import type {
  Pipeline,
  PromiseDefinition,
  WorkflowAction,
  WorkflowType,
} from '../types';

/**
 * Pipelines of one workflow of a Promise in the order in which they run; empty where there are none.
 *
 * @public
 */
export function getPipelines(
  definition: PromiseDefinition,
  type: WorkflowType,
  action: WorkflowAction,
): readonly Pipeline[] {
  return definition.spec.workflows?.[type]?.[action] ?? [];
}
