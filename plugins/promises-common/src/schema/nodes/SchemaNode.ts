import type { StructuralSchema } from '../types';
import type { Check } from './Check';

/** A node of a compiled schema: its structure for pruning and defaulting, and its check for validation. */
export interface SchemaNode {
  readonly schema: StructuralSchema;
  /** Where the node is in the schema: `properties[spec].properties[size]`. */
  readonly schemaPath: string;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  /** Values of a map; true and false are those of the keyword, undefined where there is none. */
  readonly additional: SchemaNode | boolean | undefined;
  readonly items: SchemaNode | undefined;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** The properties that have a default. */
  readonly defaulted: ReadonlyMap<string, SchemaNode>;
  readonly preservesUnknown: boolean;
  readonly embedded: boolean;
  /** The node or one below it is a resource with metadata of its own. */
  readonly holdsResources: boolean;
  /** The node or one below it is a list of type set or map. */
  readonly holdsListTypes: boolean;
  /** Kubernetes' schema validation without rules, list types and metadata. */
  readonly check: Check;
}
