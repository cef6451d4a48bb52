import type {
  FieldError,
  JsonObject,
  RequestBody,
} from '@promissory/plugin-promises-common';
import type { CompiledApi } from './CompiledApi';
import { checkComment } from './checkComment';
import { checkMetadata } from './checkMetadata';
import { checkName, checkNamespace } from './checkName';
import { checkShape } from './checkShape';
import { judgeObject } from './judgeObject';

/** A request as it was sent, and what it is judged by. */
export interface SpecQuestion {
  readonly compiled: CompiledApi;
  /** Absent where only the rest is to be judged. */
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly body: RequestBody;
  readonly oldSpec: JsonObject | undefined;
}

/** Everything that is wrong, and the object and spec as they would be stored. */
export interface SpecVerdict {
  readonly errors: readonly FieldError[];
  readonly object: JsonObject;
  readonly spec: JsonObject;
}

/** The rules that every request is under, then those of its Promise's schema. */
export function admitSpec(question: SpecQuestion): SpecVerdict {
  const { compiled, namespace, name, body, oldSpec } = question;
  const shape = checkShape(body.spec, 'spec');
  const errors = [
    ...(namespace === undefined ? [] : checkNamespace(namespace)),
    ...(name === undefined ? [] : checkName(name)),
    ...checkMetadata(body.metadata),
    ...checkComment(body.comment),
    ...shape,
  ];
  // What has no sensible shape is not given to the schema.
  if (shape.length > 0) return { errors, object: {}, spec: {} };
  const verdict = judgeObject({
    schema: compiled.schema,
    api: compiled.api,
    namespace: namespace ?? 'default',
    name: name ?? 'example',
    metadata: body.metadata,
    spec: body.spec,
    oldSpec,
  });
  // The schema may find the same fault of the metadata again.
  const told = new Set(errors.map(({ path }) => path));
  const more = verdict.errors.filter(({ path }) => !told.has(path));
  return { ...verdict, errors: [...errors, ...more] };
}
