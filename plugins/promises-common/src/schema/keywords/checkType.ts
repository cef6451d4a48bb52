import { enforcedFormat } from '../formats/enforcedFormat';
import type { Check } from '../nodes/Check';
import type { StructuralSchema } from '../types';
import { isJsonInteger } from '../values/isJsonInteger';
import { kindOf, type ValueKind } from '../values/kindOf';
import { toDouble } from '../values/toDouble';
import { createViolation } from '../violations/createViolation';
import { describeType } from './describeType';

function typesOf(schema: StructuralSchema): readonly ValueKind[] {
  if (schema['x-kubernetes-int-or-string'] === true)
    return ['integer', 'string'];
  return schema.type ? [schema.type] : [];
}

/** Keyword `type`, with what `nullable` and `format` do to it; undefined where a node has no type. */
export function checkType(schema: StructuralSchema): Check | undefined {
  const types = typesOf(schema);
  const format = enforcedFormat(schema);
  if (types.length === 0 && !format) return undefined;
  const numeric = types.includes('integer') || types.includes('number');
  const nullable = schema.nullable === true;
  const expected = types.map(describeType).join(' or ') || 'text';

  const fits = (value: unknown): boolean => {
    const kind = kindOf(value);
    if (!kind) return false;
    if (kind === 'null') return nullable || types.length === 0;
    // A format takes the place of the type for texts and, in Kubernetes, for lists.
    if (format && !numeric && (kind === 'string' || kind === 'array'))
      return true;
    if (types.includes(kind)) return true;
    if (kind === 'number')
      return types.includes('integer') && isJsonInteger(toDouble(value));
    return kind === 'integer' && types.includes('number');
  };

  return (value, location, result) => {
    if (fits(value)) {
      result.matchCount++;
      return;
    }
    const kind = kindOf(value);
    result.add(
      createViolation(
        location,
        'FieldValueTypeInvalid',
        `must be ${expected}, not ${kind ? describeType(kind) : 'this'}`,
      ),
    );
  };
}
