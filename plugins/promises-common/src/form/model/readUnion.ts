import type { StructuralSchema } from '../../schema';
import type { FormAlternative, FormUnion } from '../types';
import { describeAlternative } from '../words/describeAlternative';

/** An alternative that forbids what the others ask for. */
function isNone({ not, ...rest }: StructuralSchema): boolean {
  return (
    Object.keys(rest).length === 0 &&
    (not?.required !== undefined ||
      not?.anyOf?.every(({ required }) => required !== undefined) === true)
  );
}

function toAlternative(
  alternative: StructuralSchema,
  schema: StructuralSchema,
): FormAlternative | undefined {
  if (isNone(alternative)) return { label: 'None of these', keys: [] };
  const keys = (alternative.required ?? []).filter(key =>
    Object.hasOwn(schema.properties ?? {}, key),
  );
  return keys.length > 0
    ? { label: describeAlternative(alternative, schema), keys }
    : undefined;
}

/**
 * The choice that an object's oneOf or anyOf is: which of its properties are there. Undefined where the alternatives are
 * about something else; the limits tell of these in words.
 */
export function readUnion(schema: StructuralSchema): FormUnion | undefined {
  const { oneOf, anyOf } = schema;
  const source = oneOf?.length ? oneOf : anyOf;
  if (!source || source.length < 2) return undefined;
  const alternatives = source.map(one => toAlternative(one, schema));
  if (!alternatives.every(one => one !== undefined)) return undefined;
  const distinct = new Set(alternatives.map(({ keys }) => keys.join('\n')));
  if (distinct.size !== alternatives.length) return undefined;
  return { exclusive: source === oneOf, alternatives };
}
