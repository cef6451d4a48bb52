import type { Location } from '../location/Location';
import type { ValidationResult } from '../violations/ValidationResult';
import { createDuplicate } from './createDuplicate';
import { findDuplicates } from './findDuplicates';

/** A list of type set: every value once. */
export function checkListSet(
  list: readonly unknown[],
  location: Location | undefined,
  result: ValidationResult,
): void {
  for (const index of findDuplicates(list))
    result.add(createDuplicate({ parent: location, key: index }, list[index]));
}
