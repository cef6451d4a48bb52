import { requiredPromisesColumn } from '../../database/json';
import type { PromiseRow } from '../../database/rows/rows';

/** What of a Promise tells where its card stands. */
export type PlacedPromise = Pick<
  PromiseRow,
  'name' | 'api_group' | 'required_promises'
>;

/**
 * Compound Promises come first, as one order of them brings what the others bring singly; those without an API come
 * last, as nobody orders them. A required Promise that is not among `all` counts as one without an API.
 *
 * @returns the first key that cards are sorted by, of one character
 */
export function cardPosition(
  promise: PlacedPromise,
  all: ReadonlyMap<string, PlacedPromise>,
): '0' | '1' | '2' {
  if (promise.api_group === null) {
    return '2';
  }
  const isCompound = requiredPromisesColumn
    .parse(promise.required_promises)
    .some(({ name }) => (all.get(name)?.api_group ?? null) !== null);
  return isCompound ? '0' : '1';
}
