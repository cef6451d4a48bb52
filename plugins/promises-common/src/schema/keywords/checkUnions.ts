import type { Check } from '../nodes/Check';
import type { StructuralSchema } from '../types';
import { checkAllOf } from './checkAllOf';
import { checkAnyOf } from './checkAnyOf';
import { checkNot } from './checkNot';
import { checkOneOf } from './checkOneOf';

/** Keywords `anyOf`, `oneOf`, `allOf` and `not`; each node passes through this once, with or without them. */
export function checkUnions(
  schema: StructuralSchema,
  compile: (schema: StructuralSchema, keyword: string) => Check,
): Check {
  const each = (keyword: 'anyOf' | 'oneOf' | 'allOf') =>
    (schema[keyword] ?? []).map((alternative, index) =>
      compile(alternative, `${keyword}[${index}]`),
    );
  const [anyOf, oneOf, allOf] = [each('anyOf'), each('oneOf'), each('allOf')];
  const checks: Check[] = [];
  if (anyOf.length) checks.push(checkAnyOf(anyOf));
  if (oneOf.length) checks.push(checkOneOf(oneOf));
  if (allOf.length) checks.push(checkAllOf(allOf));
  if (schema.not) checks.push(checkNot(compile(schema.not, 'not')));
  return (value, location, result, correlation) => {
    for (const check of checks) check(value, location, result, correlation);
    result.matchCount++;
  };
}
