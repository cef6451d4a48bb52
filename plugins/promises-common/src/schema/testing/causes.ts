import type { JsonObject } from '../../kratix';
import { compileSchema } from '../compileSchema';

/** What is wrong with an object: path and reason of each cause, sorted. */
export const causes = (
  schema: unknown,
  object: JsonObject,
  oldObject?: JsonObject,
) =>
  compileSchema(schema)
    .validate(object, { oldObject })
    .map(({ path, reason }) => `${path} ${reason}`)
    .sort();
