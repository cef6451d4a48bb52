import type { Condition } from '@promissory/plugin-promises-common';
import type { RequestSnapshot } from '../plan/snapshot';
import { placementOwner } from '../plan/placementOwner';
import { schedule } from '../scheduling/schedule';
import type { Schedule } from '../scheduling/types';
import { deriveChildrenState } from './deriveChildrenState';
import { deriveConditions } from './deriveConditions';
import { deriveRequestState, type DerivedState } from './deriveRequestState';
import { isDelivered } from './isDelivered';
import { mergeConditions } from './mergeConditions';
import { withViolations } from './withViolations';

/** Everything that is said of a request. */
export interface RequestAssessment {
  readonly state: DerivedState;
  readonly conditions: readonly Condition[];
  readonly delivered: boolean;
}

const NO_DIFFERENCE: Schedule = { place: [], remove: [], unscheduled: [] };

/** State and conditions of a request, from everything that is known about it. */
export function assessRequest(
  snapshot: RequestSnapshot,
  now: Date,
): RequestAssessment {
  const { request, works, placements, destinations } = snapshot;
  const leaving = request.deleteRequestedAt !== undefined;
  const difference = leaving
    ? NO_DIFFERENCE
    : schedule({
        owner: placementOwner(snapshot),
        works,
        placements,
        destinations,
      });
  const own = deriveRequestState(snapshot, difference);
  const children = leaving ? undefined : deriveChildrenState(snapshot);
  // What a request itself is not done with goes before what its children are not done with.
  const state = own.name === 'Delivered' ? children ?? own : own;
  return {
    state: withViolations(state, snapshot),
    conditions: mergeConditions(
      request.conditions,
      deriveConditions(snapshot, difference),
      now,
    ),
    delivered: !leaving && !children && isDelivered(snapshot, difference),
  };
}
