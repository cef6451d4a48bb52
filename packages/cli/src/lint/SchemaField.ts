import type { StructuralSchema } from '@promissory/plugin-promises-common';

/** A field of a schema that is linted. */
export interface SchemaField {
  readonly key: string;
  /** `spec.hosts[].name`. */
  readonly path: string;
  readonly schema: StructuralSchema;
}
