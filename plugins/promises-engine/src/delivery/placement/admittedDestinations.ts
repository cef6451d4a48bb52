import type { Verdict } from '../store/types';
import { mayRemove } from './partitionDue';

/** Names of Destinations by what may be done with them, as {@link partitionDue} decides it. */
export interface AdmittedDestinations {
  /** Take everything. */
  readonly destinations: readonly string[];
  /** Files may go from here, and none may come. */
  readonly leaving: readonly string[];
}

/** Which Destinations there is something to do for: the others must not take up the places of a batch. */
export function admittedDestinations(
  /** By the Destination's name. */
  verdicts: ReadonlyMap<string, Verdict>,
): AdmittedDestinations {
  const named = (admits: (verdict: Verdict) => boolean) =>
    [...verdicts].flatMap(([name, verdict]) => (admits(verdict) ? [name] : []));
  return {
    destinations: named(({ ready }) => ready),
    leaving: named(verdict => !verdict.ready && mayRemove(verdict)),
  };
}
