import { formatField } from '../location/formatField';
import type { Location } from '../location/Location';
import { toDataPath } from '../location/toDataPath';
import { isObject } from '../values/isObject';
import type { ValidationResult } from '../violations/ValidationResult';
import { createDuplicate } from './createDuplicate';
import { findDuplicates } from './findDuplicates';

/** A list of type map: items are objects, and no two have the same keys; a missing key counts as a value. */
export function checkListMap(
  list: readonly unknown[],
  keys: readonly string[],
  location: Location | undefined,
  result: ValidationResult,
): void {
  const stranger = list.findIndex(item => item !== null && !isObject(item));
  if (stranger >= 0) {
    const at: Location = { parent: location, key: stranger };
    result.add({
      path: toDataPath(at),
      field: formatField(at),
      reason: 'FieldValueInvalid',
      message: 'must be an object, because the list is a map',
    });
    return;
  }
  const keysOf = (item: unknown) =>
    Object.fromEntries(
      keys.flatMap(key =>
        isObject(item) && Object.hasOwn(item, key) ? [[key, item[key]]] : [],
      ),
    );
  const found = list.map(keysOf);
  // With one key Kubernetes compares the bare values, in which 1 and 1.0 differ.
  const compared = keys.length === 1 ? found.map(key => key[keys[0]]) : found;
  for (const index of findDuplicates(compared))
    result.add(createDuplicate({ parent: location, key: index }, found[index]));
}
