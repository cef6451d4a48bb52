import { joinTypes } from './joinTypes';
import { dyn, type StaticType } from './StaticType';

/** What the parameters of a signature stand for. */
export type Bindings = Map<string, StaticType>;

const NOT_NULLABLE = ['bool', 'bytes', 'double', 'int', 'string', 'uint'];

/** null is a value of objects, optionals and the types of libraries, not of plain values, lists and maps. */
function takesNull(type: StaticType): boolean {
  switch (type.kind) {
    case 'list':
    case 'map':
      return false;
    case 'scalar':
      return !NOT_NULLABLE.includes(type.name);
    default:
      return true;
  }
}

const isNull = (type: StaticType) =>
  type.kind === 'scalar' && type.name === 'null';

/**
 * Whether a value of a type can stand where a pattern is asked for; binds the pattern's parameters. Where it cannot be
 * known, it can.
 */
export function unifyTypes(
  pattern: StaticType,
  type: StaticType,
  bindings: Bindings,
): boolean {
  if (pattern.kind === 'parameter') return bind(pattern.name, type, bindings);
  if (pattern.kind === 'dyn' || type.kind === 'dyn') return true;
  if (isNull(pattern) || isNull(type))
    return takesNull(isNull(pattern) ? type : pattern);
  switch (pattern.kind) {
    case 'scalar':
      return type.kind === 'scalar' && pattern.name === type.name;
    case 'list':
      return (
        type.kind === 'list' && unifyTypes(pattern.item, type.item, bindings)
      );
    case 'map':
      return (
        type.kind === 'map' &&
        unifyTypes(pattern.key, type.key, bindings) &&
        unifyTypes(pattern.value, type.value, bindings)
      );
    case 'optional':
      return (
        type.kind === 'optional' &&
        unifyTypes(pattern.value, type.value, bindings)
      );
    default:
      return type.kind === pattern.kind;
  }
}

function bind(name: string, type: StaticType, bindings: Bindings): boolean {
  const bound = bindings.get(name);
  if (!bound) {
    bindings.set(name, type);
    return true;
  }
  if (!unifyTypes(bound, type, bindings)) return false;
  bindings.set(name, isNull(bound) ? type : joinTypes(bound, type));
  return true;
}

/** A type with its parameters replaced by what they stand for. */
export function substituteTypes(
  type: StaticType,
  bindings: Bindings,
): StaticType {
  switch (type.kind) {
    case 'parameter':
      return bindings.get(type.name) ?? dyn;
    case 'list':
      return { ...type, item: substituteTypes(type.item, bindings) };
    case 'map':
      return {
        ...type,
        key: substituteTypes(type.key, bindings),
        value: substituteTypes(type.value, bindings),
      };
    case 'optional':
      return { kind: 'optional', value: substituteTypes(type.value, bindings) };
    default:
      return type;
  }
}
