import { compileSchema } from '../compileSchema';
import type { JsonObject } from '../../kratix';
import type { StructuralSchema } from '../types';
import { deepEqual } from '../values/deepEqual';
import type { SchemaProblem } from './SchemaProblem';

/** A default must be valid by itself, before the defaults below it fill in, and know no undeclared fields. */
export function checkDefault(
  schema: StructuralSchema,
  path: string,
): SchemaProblem[] {
  const { default: value } = schema;
  if (value === undefined || value === null) return [];
  // Wrapped, so that a scalar has a schema and an object around it too.
  const key = 'default';
  const compiled = compileSchema(
    {
      type: 'object',
      properties: { [key]: { ...schema, default: undefined } },
    },
    { root: 'value' },
  );
  const object: JsonObject = { [key]: value };
  const problems: SchemaProblem[] = [];
  if (!deepEqual(compiled.prune(object), object))
    problems.push({
      path: `${path}.default`,
      reason: 'FieldValueInvalid',
      message: 'must not have undeclared fields',
    });
  for (const violation of compiled.violations(object)) {
    // The API server does not look for duplicates in defaults.
    if (violation.reason === 'FieldValueDuplicate' || violation.notice)
      continue;
    const { field, reason, message } = violation;
    problems.push({
      path: `${path}.${field === '<nil>' ? key : field}`,
      reason,
      message,
    });
  }
  return problems;
}
