import type { Budget } from '../evaluation/Budget';
import { equalValues } from '../values/equalValues';
import type { ListValue } from '../values/ListValue';
import { declareFunctions } from './declareFunctions';

function containsAll(all: ListValue, some: ListValue, budget: Budget): boolean {
  budget.spend(all.length * some.length);
  const items = all.toArray();
  return some
    .toArray()
    .every(item => items.some(other => equalValues(item, other)));
}

/** Lists as sets. */
export const setFunctions = declareFunctions({
  'sets.contains(list<A>, list<A>): bool': ([all, some], budget) =>
    containsAll(all, some, budget),
  'sets.equivalent(list<A>, list<A>): bool': ([left, right], budget) =>
    containsAll(left, right, budget) && containsAll(right, left, budget),
  'sets.intersects(list<A>, list<A>): bool': ([left, right], budget) => {
    budget.spend(left.length * right.length);
    return left
      .toArray()
      .some(item => right.toArray().some(other => equalValues(item, other)));
  },
});
