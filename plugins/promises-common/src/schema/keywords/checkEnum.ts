import type { Check } from '../nodes/Check';
import type { StructuralSchema } from '../types';
import { printValue } from '../values/printValue';
import { createViolation } from '../violations/createViolation';
import { matchesListed } from './matchesListed';

const MOST_SHOWN = 12;

/** Keyword `enum`; an empty list is none. */
export function checkEnum(schema: StructuralSchema): Check | undefined {
  const listed = schema.enum;
  if (!listed?.length) return undefined;
  const words = listed.slice(0, MOST_SHOWN).map(printValue).join(', ');
  const rest = listed.length > MOST_SHOWN ? ', …' : '';
  return (value, location, result) => {
    if (listed.some(option => matchesListed(value, option))) return;
    result.add(
      createViolation(
        location,
        'FieldValueNotSupported',
        `must be one of ${words}${rest}`,
      ),
    );
  };
}
