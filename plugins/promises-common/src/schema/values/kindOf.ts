import { DecimalNumber } from './DecimalNumber';

/** What a JSON value is to the API server: whole numbers and numbers with a fraction are two kinds. */
export type ValueKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'integer'
  | 'number'
  | 'array'
  | 'object';

const INT64_LIMIT = 2 ** 63;

/** The kind of a value; undefined for what JSON cannot hold. */
export function kindOf(value: unknown): ValueKind | undefined {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) &&
        value >= -INT64_LIMIT &&
        value < INT64_LIMIT
        ? 'integer'
        : 'number';
    case 'bigint':
      return 'integer';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'array';
      return value instanceof DecimalNumber ? 'number' : 'object';
    default:
      return undefined;
  }
}
