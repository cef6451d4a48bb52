import type { JsonObject } from '@promissory/plugin-promises-common';

/** A Kubernetes object of a file. */
export interface SourceDocument {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent where the document names none. */
  readonly namespace?: string;
  readonly object: JsonObject;
}
