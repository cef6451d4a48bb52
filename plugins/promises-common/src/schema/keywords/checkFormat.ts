import { enforcedFormat } from '../formats/enforcedFormat';
import { formats } from '../formats/formats';
import type { Check } from '../nodes/Check';
import type { StructuralSchema } from '../types';
import { createViolation } from '../violations/createViolation';

/** Keyword `format` for texts; undefined where the API server ignores it. */
export function checkFormat(schema: StructuralSchema): Check | undefined {
  const matches = formats.get(enforcedFormat(schema) ?? '');
  if (!matches) return undefined;
  return (value, location, result) => {
    if (matches(value as string)) return;
    result.add(
      createViolation(
        location,
        'FieldValueTypeInvalid',
        `must be in the format ${schema.format}`,
      ),
    );
  };
}
