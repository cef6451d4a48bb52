import type { Budget } from '../evaluation/Budget';
import { Fault } from '../evaluation/Fault';
import { ListValue } from '../values/ListValue';

/** The items of a list with those of the lists in it, down to a depth. */
export function flatten(
  list: ListValue,
  depth: bigint,
  budget: Budget,
): ListValue {
  if (depth < 0n) throw new Fault('the depth of flatten is not negative');
  budget.spend(list.length);
  if (depth === 0n) return list;
  return new ListValue(
    list
      .toArray()
      .flatMap(item =>
        item instanceof ListValue
          ? flatten(item, depth - 1n, budget).toArray()
          : [item],
      ),
  );
}
