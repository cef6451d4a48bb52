import type { JsonObject } from '@promissory/plugin-promises-common';

/** Kinds of documents that hold the schema of a resource. */
export type DefinitionKind =
  | 'Promise'
  | 'CustomResourceDefinition'
  | 'CompositeResourceDefinition';

/** A document that defines a resource. */
export interface Definition {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly document: JsonObject;
  /** The definition of the resource: the document itself, or the API of a Promise; undefined where there is none. */
  readonly resource: JsonObject | undefined;
}
