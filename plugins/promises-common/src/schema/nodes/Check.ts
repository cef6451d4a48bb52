import type { Location } from '../location/Location';
import type { ValidationResult } from '../violations/ValidationResult';
import type { Correlation } from '../updates/Correlation';

/**
 * A compiled check of a value. It adds to the result what is wrong.
 *
 * @param correlation - on a change: the value together with what it was, where the two belong together
 */
export type Check = (
  value: unknown,
  location: Location | undefined,
  result: ValidationResult,
  correlation?: Correlation,
) => void;
