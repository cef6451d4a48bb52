import type { Budget } from '../evaluation/Budget';
import { ListValue } from '../values/ListValue';

/** The whole numbers from 0 to below a size. */
export function range(size: bigint, budget: Budget): ListValue {
  const length = size < 0n ? 0n : size;
  // Before the list is made: the budget bounds its size.
  budget.spend(Number(length));
  return new ListValue(
    Array.from({ length: Number(length) }, (_none, index) => BigInt(index)),
  );
}
