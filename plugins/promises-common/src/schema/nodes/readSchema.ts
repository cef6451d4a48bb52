import { InvalidSchemaError } from '../InvalidSchemaError';
import type { StructuralSchema } from '../types';
import { isObject } from '../values/isObject';
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
    );
  }
  return withoutNulls(schema);
}
