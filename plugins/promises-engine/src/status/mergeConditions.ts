import type { Condition } from '@promissory/plugin-promises-common';
import {
  DERIVED_CONDITION_TYPES,
  type DerivedCondition,
} from './conditionTypes';

/**
 * Replaces the derived conditions and keeps those that pipelines wrote. The time of transition moves only when the
 * status does.
 */
export function mergeConditions(
  previous: readonly Condition[],
  derived: readonly DerivedCondition[],
  now: Date,
): Condition[] {
  const own = previous.filter(
    ({ type }) => !DERIVED_CONDITION_TYPES.includes(type),
  );
  const stamped = derived.map((condition): Condition => {
    const before = previous.find(({ type }) => type === condition.type);
    return {
      ...condition,
      lastTransitionTime:
        before?.status === condition.status && before.lastTransitionTime
          ? before.lastTransitionTime
          : now.toISOString(),
    };
  });
  return [...stamped, ...own];
}
