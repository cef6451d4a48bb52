import {
  checkSchema,
  compileSchema,
  getPromiseApi,
  hasErrors,
  type Finding,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';

/**
 * What the API server would refuse at the schema of a Promise, which is an error here too: orders could not be judged by
 * it. Where there is nothing, whether the example on the card would pass.
 */
export function checkRequestSchema(
  definition: PromiseDefinition,
  example: JsonObject | undefined,
): Finding[] {
  const api = getPromiseApi(definition);
  if (!api) return [];
  const place = `spec.api.spec.versions[${api.version}].schema.openAPIV3Schema`;
  const findings = checkSchema(api.schema).map(({ path, ...rest }) => ({
    ...rest,
    path: path ? `${place}.${path}` : place,
  }));
  if (!example || hasErrors(findings)) return findings;
  const schema = compileSchema(api.schema);
  const object = schema.applyDefaults(
    schema.prune({
      apiVersion: `${api.group}/${api.version}`,
      kind: api.kind,
      metadata: { name: 'example', namespace: 'default' },
      spec: example,
    }),
  );
  const faults = schema.validate(object).map(
    ({ path, message }): Finding => ({
      severity: 'warning',
      path: 'metadata.annotations[promissory.io/example]',
      message: `${path}: ${message}`,
    }),
  );
  return [...findings, ...faults];
}
