import { ListValue } from '../values/ListValue';
import type { Budget } from './Budget';
import { Fault } from './Fault';
import { isBytes } from '../values/isBytes';

const CHARACTERS_PER_STEP = 10;
const LONGEST_TEXT = 4_000_000;

function concatenateLists(left: ListValue, right: ListValue): ListValue {
  const { uniqueBy } = left;
  const before = left.toArray();
  if (!uniqueBy) return new ListValue([...before, ...right.toArray()]);
  // Lists of type set and map become a union; of two items with one key, the right one stays at the left one's place.
  const items = new Map(before.map(item => [uniqueBy(item), item] as const));
  for (const item of right.toArray()) items.set(uniqueBy(item), item);
  return new ListValue([...items.values()], undefined, uniqueBy);
}

/** `+` for texts, lists and bytes; undefined for other types. */
export function concatenate(
  left: unknown,
  right: unknown,
  budget: Budget,
): unknown {
  if (typeof left === 'string' && typeof right === 'string') {
    const length = left.length + right.length;
    if (length > LONGEST_TEXT)
      throw new Fault(`a text gets longer than ${LONGEST_TEXT} characters`);
    budget.spend(Math.ceil(length / CHARACTERS_PER_STEP));
    return left + right;
  }
  if (left instanceof ListValue && right instanceof ListValue) {
    budget.spend(left.length + right.length);
    return concatenateLists(left, right);
  }
  if (isBytes(left) && isBytes(right)) {
    budget.spend(Math.ceil((left.length + right.length) / CHARACTERS_PER_STEP));
    return Uint8Array.from([...left, ...right]);
  }
  return undefined;
}
