/**
 * The type of an expression as far as it is known before any data are. `maxSize` is the most characters, bytes, items or
 * entries that a value can have; undefined where nothing bounds it.
 */
export type StaticType =
  | { readonly kind: 'dyn'; readonly maxSize?: number }
  | {
      readonly kind: 'scalar';
      readonly name: string;
      readonly maxSize?: number;
    }
  | {
      readonly kind: 'list';
      readonly item: StaticType;
      readonly maxSize?: number;
    }
  | {
      readonly kind: 'map';
      readonly key: StaticType;
      readonly value: StaticType;
      readonly maxSize?: number;
    }
  | {
      readonly kind: 'object';
      readonly fields: ReadonlyMap<string, StaticType>;
    }
  | { readonly kind: 'optional'; readonly value: StaticType }
  | { readonly kind: 'parameter'; readonly name: string };

/** Anything. */
export const dyn: StaticType = { kind: 'dyn' };

/** A type without parts: `int`, `string`, `Quantity`. */
export function scalar(name: string, maxSize?: number): StaticType {
  return { kind: 'scalar', name, maxSize };
}

/** The type for people. */
export function describeStaticType(type: StaticType): string {
  switch (type.kind) {
    case 'list':
      return `list(${describeStaticType(type.item)})`;
    case 'map':
      return `map(${describeStaticType(type.key)}, ${describeStaticType(
        type.value,
      )})`;
    case 'optional':
      return `optional(${describeStaticType(type.value)})`;
    case 'scalar':
    case 'parameter':
      return type.name;
    default:
      return type.kind;
  }
}
