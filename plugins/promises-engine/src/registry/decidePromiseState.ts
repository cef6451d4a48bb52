import type { Finding } from '@promissory/plugin-promises-common';
import type { Holder } from './decideOwnership';

/** A state with the words for it. */
export interface PromiseState {
  readonly state: string;
  readonly reason: string;
  readonly message: string;
}

/** What the registry's part of the state is decided from. */
export interface PromiseStateFacts {
  readonly name: string;
  readonly trusted: boolean;
  readonly location?: string;
  readonly findings: readonly Finding[];
  readonly refusedBy?: Holder;
  /** What was recorded last; absent for a new one. */
  readonly recorded?: PromiseState;
}

/**
 * The state of a Promise as far as the registry decides it. Whether a good one is Available is for its plan: until that
 * has looked, it keeps what it was, or is Unavailable.
 */
export function decidePromiseState(facts: PromiseStateFacts): PromiseState {
  const { name, trusted, location, findings, refusedBy, recorded } = facts;
  if (!trusted) {
    return {
      state: 'Untrusted',
      reason: 'LocationNotTrusted',
      message: `${
        location ? `Location ${location}` : 'Its location'
      } is not trusted, so nothing of this Promise is fulfilled: add it to promises.trustedLocations`,
    };
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return {
      state: 'Invalid',
      reason: 'DefinitionInvalid',
      message: describeErrors(errors),
    };
  }
  if (refusedBy) {
    return {
      state: 'Refused',
      reason: refusedBy.shares === 'name' ? 'NameHeld' : 'ApiHeld',
      message: describeRefusal(name, refusedBy),
    };
  }
  if (recorded?.state === 'Available' || recorded?.state === 'Unavailable') {
    return recorded;
  }
  return {
    state: 'Unavailable',
    reason: 'PromiseUnavailable',
    message: 'Cannot fulfil resource requests',
  };
}

function describeErrors([first, ...rest]: readonly Finding[]): string {
  const text = first.path ? `${first.path}: ${first.message}` : first.message;
  return rest.length > 0 ? `${text} (and ${rest.length} more)` : text;
}

function describeRefusal(name: string, holder: Holder): string {
  const what =
    holder.shares === 'name' ? `The name ${name}` : 'The API that it offers';
  const why =
    holder.state === 'Withdrawn'
      ? `, which is withdrawn but still has ${holder.liveRequests} requests`
      : '';
  return `${what} is held by ${holder.entityRef}${why}: rename this Promise, or remove the other`;
}
