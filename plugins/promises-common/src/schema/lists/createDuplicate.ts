import { formatField } from '../location/formatField';
import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import { printValue } from '../values/printValue';
import type { Violation } from '../violations/Violation';

/** A duplicate in a list. */
export function createDuplicate(location: Location, value: unknown): Violation {
  return {
    path: toDataPath(location),
    field: formatField(location),
    reason: 'FieldValueDuplicate',
    message: `is there twice: ${printValue(value)}`,
  };
}
