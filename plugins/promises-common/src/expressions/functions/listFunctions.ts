import type { Budget } from '../evaluation/Budget';
import { calculate } from '../evaluation/calculate';
import { Fault } from '../evaluation/Fault';
import { CelOptional } from '../values/CelOptional';
import { compareValues } from '../values/compareValues';
import { equalValues } from '../values/equalValues';
import { ListValue } from '../values/ListValue';
import { declareFunctions } from './declareFunctions';
import { distinct } from './distinct';
import { flatten } from './flatten';
import { range } from './range';

function compare(left: unknown, right: unknown): number {
  const order = compareValues(left, right);
  if (order === undefined) throw new Fault('the items cannot be ordered');
  return order;
}

function extreme(list: ListValue, sign: 1 | -1, name: string): unknown {
  const items = list.toArray();
  if (items.length === 0) throw new Fault(`${name} called on empty list`);
  return items.reduce((best, item) =>
    compare(item, best) * sign > 0 ? item : best,
  );
}

function sum(list: ListValue, budget: Budget): unknown {
  const items = list.toArray();
  if (items.length === 0) return 0n;
  return items.reduce((total, item) => calculate('+', total, item, budget));
}

function slice(list: ListValue, start: bigint, end: bigint): ListValue {
  if (start < 0n || end < start || end > BigInt(list.length))
    throw new Fault(
      `cannot slice from ${start} to ${end}, the list has ${list.length}`,
    );
  return new ListValue(list.toArray().slice(Number(start), Number(end)));
}

const isSorted = (items: readonly unknown[]) =>
  items.every(
    (item, index) => index === 0 || compare(items[index - 1], item) <= 0,
  );

/** Lists. */
export const listFunctions = declareFunctions({
  'list<A>.isSorted(): bool': ([list]) => isSorted(list.toArray()),
  'list<A>.sum(): A': ([list], budget) => sum(list, budget),
  'list<A>.min(): A': ([list]) => extreme(list, -1, 'min'),
  'list<A>.max(): A': ([list]) => extreme(list, 1, 'max'),
  'list<A>.indexOf(A): int': ([list, value]) =>
    BigInt(list.toArray().findIndex(item => equalValues(item, value))),
  'list<A>.lastIndexOf(A): int': ([list, value]) =>
    BigInt(list.toArray().findLastIndex(item => equalValues(item, value))),
  'list<A>.first(): optional<A>': ([list]) =>
    list.length ? CelOptional.of(list.at(0)) : CelOptional.none,
  'list<A>.last(): optional<A>': ([list]) =>
    list.length ? CelOptional.of(list.at(list.length - 1)) : CelOptional.none,
  'list<A>.distinct(): list<A>': ([list], budget) => distinct(list, budget),
  'list<A>.reverse(): list<A>': ([list]) =>
    new ListValue([...list.toArray()].reverse()),
  'list<A>.sort(): list<A>': ([list], budget) => {
    budget.spend(list.length * 4);
    return new ListValue([...list.toArray()].sort(compare));
  },
  'list<A>.slice(int, int): list<A>': ([list, start, end]) =>
    slice(list, start, end),
  'list<A>.flatten(): list<dyn>': ([list], budget) => flatten(list, 1n, budget),
  'list<A>.flatten(int): list<dyn>': ([list, depth], budget) =>
    flatten(list, depth, budget),
  'lists.range(int): list<int>': ([size], budget) => range(size, budget),
});
