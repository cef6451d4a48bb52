import { Fault } from '../evaluation/Fault';
import { compareValues } from '../values/compareValues';
import type { ListValue } from '../values/ListValue';
import { declareFunctions } from './declareFunctions';

const pick = (sign: 1 | -1) => (values: readonly unknown[]) =>
  values.reduce((best, value) => {
    const order = compareValues(value, best);
    if (order === undefined) throw new Fault('these cannot be ordered');
    return order * sign > 0 ? value : best;
  });

const pickOfList =
  (sign: 1 | -1) =>
  ([list]: readonly [ListValue]) => {
    const values = list.toArray();
    if (values.length === 0) throw new Fault('the list is empty');
    return pick(sign)(values);
  };

/** Numbers; not in Kubernetes' rules. */
export const mathFunctions = declareFunctions(
  {
    'math.greatest(A, A): A': pick(1),
    'math.greatest(A, A, A): A': pick(1),
    'math.greatest(list<A>): A': pickOfList(1),
    'math.least(A, A): A': pick(-1),
    'math.least(A, A, A): A': pick(-1),
    'math.least(list<A>): A': pickOfList(-1),
    'math.ceil(double): double': ([value]) => Math.ceil(value),
    'math.floor(double): double': ([value]) => Math.floor(value),
    'math.round(double): double': ([value]) =>
      Math.sign(value) * Math.round(Math.abs(value)),
    'math.abs(double): double': ([value]) => Math.abs(value),
    'math.abs(int): int': ([value]) => (value < 0n ? -value : value),
  },
  { kubernetes: false },
);
