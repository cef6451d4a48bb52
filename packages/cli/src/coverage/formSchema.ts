import type { JsonObject } from '@promissory/plugin-promises-common';
import { isObject } from '../json/isObject';

const NOT_FILLED_IN = ['apiVersion', 'kind', 'metadata', 'status'];

/** What people fill in: a schema without what every resource has and without its status. */
export function formSchema(schema: JsonObject): JsonObject {
  const { properties } = schema;
  if (!isObject(properties)) return schema;
  const entries = Object.entries(properties);
  return {
    ...schema,
    properties: Object.fromEntries(
      entries.filter(([key]) => !NOT_FILLED_IN.includes(key)),
    ),
  };
}
