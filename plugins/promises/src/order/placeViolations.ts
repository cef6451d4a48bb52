import type {
  FieldError,
  PolicyViolation,
} from '@promissory/plugin-promises-common';
import { isOfSpec } from './splitErrors';

/** Violations by the part of the page that shows them. */
export interface PlacedViolations {
  /** Of severity error, at fields of the spec. */
  readonly errors: readonly FieldError[];
  /** Of severity warning, at fields of the spec. */
  readonly warnings: readonly FieldError[];
  /** Those that blame no field of the spec. */
  readonly other: readonly PolicyViolation[];
}

/** Sends each violation to its field. */
export function placeViolations(
  violations: readonly PolicyViolation[],
): PlacedViolations {
  const atFields = (severity: PolicyViolation['severity']) =>
    violations.flatMap(({ path, message, ...violation }) =>
      violation.severity === severity && path !== undefined && isOfSpec(path)
        ? [{ path, reason: 'PolicyViolation', message }]
        : [],
    );
  return {
    errors: atFields('error'),
    warnings: atFields('warning'),
    other: violations.filter(
      ({ path }) => path === undefined || !isOfSpec(path),
    ),
  };
}
