import {
  compileSchema,
  type FieldError,
  type JsonObject,
  type PromiseApiDefinition,
} from '@promissory/plugin-promises-common';

/** A request after admission. */
export interface AdmittedRequest {
  /** With defaults. */
  readonly object: JsonObject;
  readonly errors: readonly FieldError[];
}

/** Prunes, defaults and validates, as an order does. */
export function admitRequest(
  api: PromiseApiDefinition,
  request: JsonObject,
  oldObject?: JsonObject,
): AdmittedRequest {
  const schema = compileSchema(api.schema);
  const object = schema.applyDefaults(schema.prune(request));
  return { object, errors: schema.validate(object, { oldObject }) };
}
