import type {
  CompiledSchema,
  FieldError,
  JsonObject,
  PromiseApi,
  RequestBody,
} from '@promissory/plugin-promises-common';

/** A request as the schema of its Promise sees it. */
export interface ObjectQuestion {
  readonly schema: CompiledSchema;
  readonly api: PromiseApi;
  readonly namespace: string;
  readonly name: string;
  readonly metadata: RequestBody['metadata'];
  readonly spec: JsonObject;
  /** The spec that is stored, where a request is changed: rules of transition compare with it. */
  readonly oldSpec: JsonObject | undefined;
}

/** The object as it would be stored, and what is wrong with it. */
export interface ObjectVerdict {
  readonly object: JsonObject;
  readonly spec: JsonObject;
  readonly errors: readonly FieldError[];
}

/** Prunes, defaults and validates, in the order of the API server. */
export function judgeObject(question: ObjectQuestion): ObjectVerdict {
  const { schema, spec, oldSpec } = question;
  const object = schema.applyDefaults(
    schema.prune(resourceObject(question, spec)),
  );
  const errors = schema.validate(
    object,
    oldSpec && { oldObject: resourceObject(question, oldSpec) },
  );
  return { object, spec: specOf(object), errors };
}

function resourceObject(
  question: ObjectQuestion,
  spec: JsonObject,
): JsonObject {
  const { api, namespace, name, metadata } = question;
  return {
    apiVersion: `${api.group}/${api.version}`,
    kind: api.kind,
    metadata: {
      name,
      namespace,
      ...(metadata?.labels && { labels: metadata.labels }),
      ...(metadata?.annotations && { annotations: metadata.annotations }),
    },
    spec,
  };
}

function specOf(object: JsonObject): JsonObject {
  const { spec } = object;
  return typeof spec === 'object' && spec !== null && !Array.isArray(spec)
    ? (spec as JsonObject)
    : {};
}
