import { Fault } from '../evaluation/Fault';
import { CelOptional } from '../values/CelOptional';
import { ListValue } from '../values/ListValue';
import { MapValue } from '../values/MapValue';
import { declareFunctions } from './declareFunctions';
import { isBytes } from '../values/isBytes';

function isZero(value: unknown): boolean {
  if (value instanceof ListValue) return value.length === 0;
  if (value instanceof MapValue) return value.size === 0;
  if (isBytes(value)) return value.length === 0;
  return (
    value === null || value === '' || value === false || Number(value) === 0
  );
}

const unwrap = ([list]: readonly [ListValue]) =>
  new ListValue(
    list
      .toArray()
      .flatMap(item =>
        item instanceof CelOptional && item.present ? [item.value] : [],
      ),
  );

/** Optionals. */
export const optionalFunctions = declareFunctions({
  'optional.of(A): optional<A>': ([value]) => CelOptional.of(value),
  'optional.none(): optional<dyn>': () => CelOptional.none,
  'optional.ofNonZeroValue(A): optional<A>': ([value]) =>
    isZero(value) ? CelOptional.none : CelOptional.of(value),
  'optional.unwrap(list<optional<A>>): list<A>': unwrap,
  'list<optional<A>>.unwrapOpt(): list<A>': unwrap,
  'optional<A>.hasValue(): bool': ([optional]) => optional.present,
  'optional<A>.value(): A': ([optional]) => {
    if (optional.present) return optional.value;
    throw new Fault('the optional has no value');
  },
  'optional<A>.or(optional<A>): optional<A>': ([left, right]) =>
    left.present ? left : right,
  'optional<A>.orValue(A): A': ([optional, otherwise]) =>
    optional.present ? optional.value : otherwise,
});
