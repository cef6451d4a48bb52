import { formatPath } from '../location/formatPath';
import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import type { Violation, ViolationReason } from './Violation';

/** A violation of the schema itself: the field is written like a path. */
export function createViolation(
  location: Location | undefined,
  reason: ViolationReason,
  message: string,
): Violation {
  const path = toDataPath(location);
  return { path, field: formatPath(path) || '<nil>', reason, message };
}
