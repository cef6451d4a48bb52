import { InputError } from '@backstage/errors';
import type { ViolationReason } from './violations/Violation';

/**
 * A schema that cannot be compiled.
 *
 * `path` says where in the schema, as Kubernetes writes it: `properties[spec].properties[size].pattern`; empty for the
 * root. @public
 */
export class InvalidSchemaError extends InputError {
  readonly path: string;
  /** What is wrong, without the place. */
  readonly problem: string;
  /** The reasons of the API server; `FieldValueInvalid` where it would not even decode the schema. */
  readonly reasons: readonly ViolationReason[];

  constructor(
    path: string,
    problem: string,
    cause?: unknown,
    reasons: readonly ViolationReason[] = ['FieldValueInvalid'],
  ) {
    super(
      `Schema cannot be used: ${path || 'the root'}: ${problem}`,
      cause as Error | undefined,
    );
    this.path = path;
    this.problem = problem;
    this.reasons = reasons;
  }
}
