import { InputError } from '@backstage/errors';

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

  constructor(path: string, problem: string, cause?: unknown) {
    super(
      `Schema cannot be used: ${path || 'the root'}: ${problem}`,
      cause as Error | undefined,
    );
    this.path = path;
    this.problem = problem;
  }
}
