/** A JSON Schema (draft 7), or a part of one, as it goes over the wire. @public */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}
