import {
  compileSchema,
  getPromiseApi,
  InvalidSchemaError,
  type Finding,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';

/**
 * Whether admission can work with the schema of a Promise, and whether the example on its card would pass. A schema that
 * cannot be compiled is an error: orders could not be judged by it.
 */
export function checkSchema(
  definition: PromiseDefinition,
  example: JsonObject | undefined,
): Finding[] {
  const api = getPromiseApi(definition);
  if (!api) return [];
  try {
    const schema = compileSchema(api.schema);
    if (!example) return [];
    const object = schema.applyDefaults(
      schema.prune({
        apiVersion: `${api.group}/${api.version}`,
        kind: api.kind,
        metadata: { name: 'example', namespace: 'default' },
        spec: example,
      }),
    );
    return schema.validate(object).map(({ path, message }) => ({
      severity: 'warning',
      path: 'metadata.annotations[promissory.io/example]',
      message: `${path}: ${message}`,
    }));
  } catch (error) {
    if (!(error instanceof InvalidSchemaError)) throw error;
    return [
      {
        severity: 'error',
        path: `spec.api.spec.versions[${api.version}].schema.openAPIV3Schema`,
        message: error.message,
      },
    ];
  }
}
