import {
  compileSchema,
  getPromiseApi,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';

/**
 * A spec as an API server with this definition reads it from its storage: what the schema no longer declares is left
 * out, and what it has a default for since is filled in. What is stored stays as it was ordered.
 */
export function servedSpec(
  spec: JsonObject,
  definition: PromiseDefinition | undefined,
): JsonObject {
  const api = definition && getPromiseApi(definition);
  if (!api) return spec;
  const schema = compileSchema(api.schema);
  const served = schema.applyDefaults(schema.prune({ spec }));
  return (served.spec as JsonObject | undefined) ?? {};
}
