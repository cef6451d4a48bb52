import type { Knex } from 'knex';
import type { PlacementRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import { appendEvents } from '../../events';
import { assertLease, type WorkContext } from '../../queue';
import { enqueueOwners } from './enqueueOwners';
import { placementEvent, readOwnedPlacements } from './placementEvent';
import { retryDelayMs } from './retryDelayMs';
import type { PlacementProblem } from './types';

/** What becomes of a placement with a problem. */
export type ProblemOutcome =
  /** It failed, and is tried again after a pause. */
  | 'retry'
  /** It failed, and trying again is of no use before something is changed. */
  | 'failed'
  /** It waits: its store or Destination takes nothing for now. */
  | 'wait';

/**
 * Records why placements are not written. Owners are looked at and an event is written only where the cause is another
 * than before. Answers when to try again.
 */
export async function recordProblems(
  knex: Knex,
  options: {
    readonly context: WorkContext;
    readonly problems: readonly PlacementProblem[];
    readonly outcome: ProblemOutcome;
    readonly at: Date;
  },
): Promise<Date | undefined> {
  const { context, outcome, at } = options;
  if (options.problems.length === 0) {
    return undefined;
  }
  const problemOf = new Map(
    options.problems.map(problem => [problem.id, problem]),
  );
  return runInTransaction(knex, async transaction => {
    await assertLease(transaction, context);
    const placements = await readOwnedPlacements(transaction, [
      ...problemOf.keys(),
    ]);
    let next: Date | undefined;
    const changed = [];
    for (const placement of placements) {
      const problem = problemOf.get(placement.id);
      if (!problem || placement.state === 'Removed') {
        continue;
      }
      if (isOfAnother(problem, placement)) {
        continue;
      }
      const { reason, message } = problem;
      const attempts = outcome === 'wait' ? 0 : placement.attempts + 1;
      const nextTryAt =
        outcome === 'retry'
          ? new Date(at.getTime() + retryDelayMs(attempts))
          : undefined;
      const waitingState = placement.removing ? 'Removing' : 'Pending';
      const state = outcome === 'wait' ? waitingState : 'Failed';
      const isNew =
        placement.reason !== reason ||
        placement.message !== message ||
        placement.state !== state;
      if (nextTryAt && (!next || nextTryAt < next)) {
        next = nextTryAt;
      }
      if (!isNew && outcome !== 'retry') {
        continue;
      }
      await transaction<PlacementRow>('placements')
        .where({ id: placement.id })
        .update({
          state,
          reason,
          message,
          attempts,
          next_try_at: nextTryAt?.toISOString() ?? null,
          ...(isNew ? { updated_at: at.toISOString() } : {}),
        });
      if (isNew) {
        changed.push({ placement, problem, nextTryAt });
      }
    }
    await enqueueOwners(
      transaction,
      changed.map(({ placement }) => placement),
    );
    if (outcome !== 'wait') {
      await appendEvents(
        transaction,
        changed.map(({ placement, problem, nextTryAt }) =>
          placementEvent('PlacementFailed', placement, {
            reason: problem.reason,
            message: problem.message,
            nextTryAt: nextTryAt?.toISOString(),
          }),
        ),
      );
    }
    return next;
  });
}

/** What is wanted was replaced while the problem was found. */
function isOfAnother(
  { wanted }: PlacementProblem,
  placement: Pick<PlacementRow, 'desired_hash' | 'removing'>,
): boolean {
  return (
    wanted !== undefined &&
    (placement.desired_hash !== wanted.desiredHash ||
      Boolean(placement.removing) !== wanted.removing)
  );
}
