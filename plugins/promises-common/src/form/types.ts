import type { StructuralSchema } from '../schema';

/** Why a node is edited as YAML. The list is closed: whatever has no widget names one of these. @public */
export type YamlReason =
  | 'preserve-unknown-fields'
  | 'embedded-resource'
  | 'no-type'
  | 'union'
  | 'nested-too-deep'
  | 'no-widget';

/** Typed widgets of the form. @public */
export type FormWidget =
  | {
      readonly kind: 'text';
      readonly multiline: boolean;
      readonly format?: string;
      readonly secret: boolean;
    }
  | { readonly kind: 'number'; readonly integer: boolean }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly unknown[] }
  | { readonly kind: 'int-or-string' }
  | { readonly kind: 'object' }
  | { readonly kind: 'list' }
  | { readonly kind: 'map' }
  | { readonly kind: 'yaml'; readonly reason: YamlReason };

/**
 * One field of the form. Children are compiled when first asked for: the largest schema costs only what is looked at.
 * @public
 */
export interface FormNode {
  /** Property name, `[]` for the items of a list, `{}` for the values of a map, '' for the root. */
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly schema: StructuralSchema;
  readonly widget: FormWidget;
  /** Default of the schema, undefined where there is none. */
  readonly defaultValue: unknown;
  /** Limits in words, for example `1 to 10` or `at most 63 characters`. */
  readonly limits: readonly string[];
  /** Properties of an object in the order in which they are drawn: required first, then as written. */
  children(): readonly FormNode[];
  /** Items of a list or values of a map. */
  item(): FormNode | undefined;
}

/** A compiled form. @public */
export interface FormModel {
  readonly root: FormNode;
}
