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
  /** A quantity of Kubernetes: `500m`, `2Gi`; `integer` where a whole number without quotes is one too. */
  | { readonly kind: 'quantity'; readonly integer: boolean }
  /** A duration as Go writes it: `1h30m`. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'object' }
  | { readonly kind: 'list' }
  | { readonly kind: 'map' }
  | { readonly kind: 'yaml'; readonly reason: YamlReason };

/** One way to fill in an object with a union. @public */
export interface FormAlternative {
  /** What it asks for, in the words of the form. */
  readonly label: string;
  /** The properties that are there when it is chosen; empty for "none of these". */
  readonly keys: readonly string[];
}

/** A union as a choice of which properties an object has. @public */
export interface FormUnion {
  /** Exactly one of the alternatives (oneOf), rather than at least one (anyOf). */
  readonly exclusive: boolean;
  readonly alternatives: readonly FormAlternative[];
}

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
  /** The choice that the unions of an object are, where they are one. */
  readonly union: FormUnion | undefined;
  /** Properties of an object in the order in which they are drawn: required first, then as written. */
  children(): readonly FormNode[];
  /** Items of a list or values of a map. */
  item(): FormNode | undefined;
}

/** A compiled form. @public */
export interface FormModel {
  readonly root: FormNode;
}
