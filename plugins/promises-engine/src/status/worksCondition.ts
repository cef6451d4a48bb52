import type { WorkflowSnapshot } from '../plan/snapshot';
import type { Schedule } from '../scheduling/types';
import type { DerivedCondition } from './conditionTypes';

/**
 * Kratix's WorksSucceeded over the placements that stand and those that are missing. Undefined while there is no Work:
 * without evidence there is no condition.
 */
export function worksCondition(
  { works, placements }: WorkflowSnapshot,
  difference: Schedule,
  subject: 'resource' | 'promise',
): DerivedCondition {
  const named = (workIds: readonly string[]) => {
    const names = works
      .filter(({ id }) => workIds.includes(id))
      .map(({ name }) => name)
      .sort();
    return `[${names.join(subject === 'resource' ? ',' : ' ')}]`;
  };
  const standing = placements.filter(({ removing }) => !removing);
  const of = (matching: typeof standing) => matching.map(p => p.workId);
  const some = `Some works associated with this ${subject}`;
  const failing = standing.filter(({ state }) => state === 'Failed');
  if (failing.length > 0) {
    return condition(
      'False',
      'WorksFailing',
      `${some} failed: ${named(of(failing))}`,
    );
  }
  const misplaced = standing.filter(placement => placement.misplaced);
  if (misplaced.length > 0) {
    return condition(
      'False',
      'WorksMisplaced',
      `${some} are misplaced: ${named(of(misplaced))}`,
    );
  }
  const pending = [
    ...of(standing.filter(({ state }) => state !== 'Written')),
    ...difference.place.map(({ workId }) => workId),
    ...works
      .filter(work =>
        difference.unscheduled.some(({ workName }) => workName === work.name),
      )
      .map(({ id }) => id),
  ];
  return pending.length > 0
    ? condition(
        'Unknown',
        'WorksPending',
        `${some} are not ready: ${named(pending)}`,
      )
    : condition(
        'True',
        'WorksSucceeded',
        `All works associated with this ${subject} are ready`,
      );
}

function condition(
  status: DerivedCondition['status'],
  reason: string,
  message: string,
): DerivedCondition {
  return { type: 'WorksSucceeded', status, reason, message };
}
