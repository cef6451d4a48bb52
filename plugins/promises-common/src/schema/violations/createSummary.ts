import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import type { Violation } from './Violation';

/** The summary of a union, for which the API server names no field. */
export function createSummary(
  location: Location | undefined,
  message: string,
): Violation {
  return {
    path: toDataPath(location),
    field: '<nil>',
    reason: 'FieldValueInvalid',
    message,
  };
}
