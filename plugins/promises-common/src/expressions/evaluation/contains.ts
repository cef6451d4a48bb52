import { equalValues } from '../values/equalValues';
import { ListValue } from '../values/ListValue';
import { MapValue } from '../values/MapValue';
import { typeNameOf } from '../values/typeNameOf';
import type { Budget } from './Budget';
import { Fault } from './Fault';

/** `in`: an item of a list or a key of a map. */
export function contains(
  value: unknown,
  container: unknown,
  budget: Budget,
): boolean {
  if (container instanceof MapValue) return container.has(value);
  if (!(container instanceof ListValue))
    throw new Fault(
      `in looks into a list or a map, not into ${typeNameOf(container)}`,
    );
  budget.spend(container.length);
  for (let index = 0; index < container.length; index++)
    if (equalValues(value, container.at(index))) return true;
  return false;
}
