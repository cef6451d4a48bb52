import type { FieldError } from '../api';
import type { JsonObject } from '../kratix';
import type { Violation } from './violations/Violation';

/**
 * A structural schema: Kubernetes' openAPIV3Schema (JSONSchemaProps of apiextensions.k8s.io/v1) of one version, or a
 * node of it. @public
 */
export interface StructuralSchema {
  readonly type?:
    | 'object'
    | 'array'
    | 'string'
    | 'integer'
    | 'number'
    | 'boolean';
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly additionalProperties?: boolean | StructuralSchema;
  readonly items?: StructuralSchema;
  readonly allOf?: readonly StructuralSchema[];
  readonly anyOf?: readonly StructuralSchema[];
  readonly oneOf?: readonly StructuralSchema[];
  readonly not?: StructuralSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: 'granular' | 'atomic';
  readonly 'x-kubernetes-validations'?: ReadonlyArray<{
    readonly rule: string;
    readonly message?: string;
    readonly messageExpression?: string;
    readonly reason?: string;
    readonly fieldPath?: string;
    readonly optionalOldSelf?: boolean;
  }>;
  readonly [keyword: string]: unknown;
}

/** What `validate` may be told. @public */
export interface ValidateOptions {
  /** The stored object before the change: transition rules and ratcheting compare with it. */
  readonly oldObject?: JsonObject;
}

/**
 * Validates an object again and again while it is edited. Parts that stay the same are not evaluated again, so a change
 * of one field costs what depends on it. @public
 */
export interface IncrementalValidator {
  /**
   * What `validate(applyDefaults(prune(object)))` gives, for an object as it was written. It is fastest where unchanged
   * parts are the same objects as before.
   */
  validate(object: JsonObject): FieldError[];
}

/**
 * A schema that was compiled once. `prune` and `applyDefaults` leave their argument alone, and return it where there is
 * nothing to change; order of use is Kubernetes': prune, then default, then validate. @public
 */
export interface CompiledSchema {
  readonly schema: StructuralSchema;
  /** Removes what the schema does not know, except under preserve-unknown-fields. */
  prune(object: JsonObject): JsonObject;
  /** Fills in defaults as the API server does: only below what is present. */
  applyDefaults(object: JsonObject): JsonObject;
  /** Every violation of schema and CEL rules, each at its path; empty when the object is valid. */
  validate(object: JsonObject, options?: ValidateOptions): FieldError[];
  /** The same, exact to the API server's causes: with its fields, summaries and remarks. */
  violations(object: JsonObject, options?: ValidateOptions): Violation[];
  /** A validator that keeps what it found, for one object that is edited. */
  createIncrementalValidator(options?: ValidateOptions): IncrementalValidator;
}
