import { CelDuration } from './CelDuration';
import { CelOptional } from './CelOptional';
import { CelTimestamp } from './CelTimestamp';
import { CelType } from './CelType';
import { compareNumbers } from './compareNumbers';
import { ListValue } from './ListValue';
import { MapValue } from './MapValue';
import { isOpaque } from './OpaqueValue';
import { isBytes } from './isBytes';

function equalLists(left: ListValue, right: ListValue): boolean {
  if (left.length !== right.length) return false;
  const { uniqueBy } = left;
  if (uniqueBy) {
    const others = new Map(
      right.toArray().map(item => [uniqueBy(item), item] as const),
    );
    return left.toArray().every(item => {
      const key = uniqueBy(item);
      return others.has(key) && equalValues(item, others.get(key));
    });
  }
  return left
    .toArray()
    .every((item, index) => equalValues(item, right.at(index)));
}

function equalMaps(left: MapValue, right: MapValue): boolean {
  return (
    left.size === right.size &&
    left.equalsHidden(right) &&
    left
      .keys()
      .every(
        key => right.has(key) && equalValues(left.get(key), right.get(key)),
      )
  );
}

/** CEL's `==`: numbers by value whatever their type, lists and maps by content, different types never. */
export function equalValues(left: unknown, right: unknown): boolean {
  const order = compareNumbers(left, right);
  if (order !== undefined) return order === 0;
  if (left === right) return true;
  if (left instanceof ListValue)
    return right instanceof ListValue && equalLists(left, right);
  if (left instanceof MapValue)
    return right instanceof MapValue && equalMaps(left, right);
  if (left instanceof CelTimestamp)
    return (
      right instanceof CelTimestamp && left.nanoseconds === right.nanoseconds
    );
  if (left instanceof CelDuration)
    return (
      right instanceof CelDuration && left.nanoseconds === right.nanoseconds
    );
  if (left instanceof CelType)
    return right instanceof CelType && left.name === right.name;
  if (left instanceof CelOptional) {
    return (
      right instanceof CelOptional &&
      left.present === right.present &&
      (!left.present || equalValues(left.value, right.value))
    );
  }
  if (isBytes(left)) {
    return (
      isBytes(right) &&
      left.length === right.length &&
      left.every((byte, index) => byte === right[index])
    );
  }
  return (
    isOpaque(left) &&
    isOpaque(right) &&
    left.typeName === right.typeName &&
    left.equals(right)
  );
}
