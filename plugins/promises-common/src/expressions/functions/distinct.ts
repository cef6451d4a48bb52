import type { Budget } from '../evaluation/Budget';
import { equalValues } from '../values/equalValues';
import { ListValue } from '../values/ListValue';

/** The items of a list without those that were there before. */
export function distinct(list: ListValue, budget: Budget): ListValue {
  const kept: unknown[] = [];
  for (const item of list.toArray()) {
    budget.spend(kept.length + 1);
    if (!kept.some(other => equalValues(item, other))) kept.push(item);
  }
  return new ListValue(kept);
}
