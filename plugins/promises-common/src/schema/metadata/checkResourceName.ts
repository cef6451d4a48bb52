import type { JsonObject } from '../../kratix';
import type { Location } from '../location/Location';
import { createViolation } from '../violations/createViolation';
import type { ValidationResult } from '../violations/ValidationResult';
import { problemOfName } from './names';

/** A generated name is the prefix, cut to this length, and five characters. */
const LONGEST_PREFIX = 58;
const GENERATED = 'xxxxx';

/** The name of a resource, or the prefix from which one is generated. */
export function checkResourceName(
  metadata: JsonObject,
  location: Location,
  result: ValidationResult,
): void {
  const name = String(metadata.name ?? '');
  const prefix = String(metadata.generateName ?? '');
  const check = (key: string, value: string) => {
    const problem = problemOfName(value);
    if (problem)
      result.add(
        createViolation(
          { parent: location, key },
          'FieldValueInvalid',
          problem,
        ),
      );
  };
  if (prefix) check('generateName', prefix.replace(/(.)-$/s, '$1a'));
  if (name || prefix) {
    check('name', name || prefix.slice(0, LONGEST_PREFIX) + GENERATED);
  } else {
    result.add(
      createViolation(
        { parent: location, key: 'name' },
        'FieldValueRequired',
        'is required',
      ),
    );
  }
}
