import { CelDuration } from './CelDuration';
import { CelOptional } from './CelOptional';
import { CelTimestamp } from './CelTimestamp';
import { CelType } from './CelType';
import { CelUint } from './CelUint';
import { ListValue } from './ListValue';
import { MapValue } from './MapValue';
import { isOpaque } from './OpaqueValue';
import { isBytes } from './isBytes';

/** The name of the CEL type of a value. */
export function typeNameOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'bigint':
      return 'int';
    case 'number':
      return 'double';
    case 'boolean':
      return 'bool';
    default:
  }
  if (value === null) return 'null_type';
  if (value instanceof ListValue) return 'list';
  if (value instanceof MapValue) return 'map';
  if (value instanceof CelUint) return 'uint';
  if (value instanceof CelOptional) return 'optional_type';
  if (value instanceof CelTimestamp) return 'google.protobuf.Timestamp';
  if (value instanceof CelDuration) return 'google.protobuf.Duration';
  if (isBytes(value)) return 'bytes';
  if (value instanceof CelType) return 'type';
  return isOpaque(value) ? value.typeName : 'unknown';
}
