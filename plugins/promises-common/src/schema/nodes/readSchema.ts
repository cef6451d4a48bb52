import { InvalidSchemaError } from '../InvalidSchemaError';
import type { StructuralSchema } from '../types';
import { isObject } from '../values/isObject';
import type { ViolationReason } from '../violations/Violation';
import { keywordShapes } from './keywordShapes';
import { withoutNulls } from './withoutNulls';

/**
 * Takes one node of a schema from outside: what the compiler reads has the shape that the types promise. Children are
 * read when they are compiled; keywords that are not known pass.
 *
 * @throws InvalidSchemaError
 */
export function readSchema(schema: unknown, path: string): StructuralSchema {
  if (!isObject(schema)) {
    throw new InvalidSchemaError(path, 'a schema must be an object');
  }
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = keywordShapes.get(keyword);
    if (!shape || value === undefined || value === null || shape.fits(value))
      continue;
    throw new InvalidSchemaError(
      path ? `${path}.${keyword}` : keyword,
      `must be ${shape.expected}`,
      undefined,
      reasonsOfShape(keyword, value),
    );
  }
  return withoutNulls(schema);
}

/** The API server has reasons for some shapes; bodies with others it does not decode. */
function reasonsOfShape(
  keyword: string,
  value: unknown,
): readonly ViolationReason[] {
  if (keyword === 'items' && Array.isArray(value))
    return ['FieldValueForbidden'];
  if (keyword !== 'type' || typeof value !== 'string')
    return ['FieldValueInvalid'];
  return value === 'null'
    ? ['FieldValueForbidden', 'FieldValueNotSupported']
    : ['FieldValueNotSupported'];
}
