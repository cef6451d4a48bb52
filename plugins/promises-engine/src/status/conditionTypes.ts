import type { Condition } from '@promissory/plugin-promises-common';

/** A condition before its time of transition is known. */
export type DerivedCondition = Omit<Condition, 'lastTransitionTime'>;

/** Conditions that are derived; all others belong to the pipelines that wrote them. */
export const DERIVED_CONDITION_TYPES: readonly string[] = [
  'PromiseAvailable',
  'ConfigureWorkflowCompleted',
  'WorksSucceeded',
  'Reconciled',
  'DeleteWorkflowCompleted',
];
