import type { Finding } from '@promissory/plugin-promises-common';
import type { PromiseState } from './decidePromiseState';

/**
 * What the catalog says of a Destination or a state store: Untrusted or Invalid. Undefined for a good one, whose
 * readiness is for delivery to find out.
 */
export function decideGivenState(options: {
  /** For the message: `Destination dev`. */
  readonly subject: string;
  readonly trusted: boolean;
  readonly findings: readonly Finding[];
}): PromiseState | undefined {
  const { subject, trusted, findings } = options;
  if (!trusted) {
    return {
      state: 'Untrusted',
      reason: 'LocationNotTrusted',
      message: `The location of ${subject} is not trusted, so nothing is written: add it to promises.trustedLocations`,
    };
  }
  const [first, ...rest] = findings.filter(
    ({ severity }) => severity === 'error',
  );
  if (!first) {
    return undefined;
  }
  const text = first.path ? `${first.path}: ${first.message}` : first.message;
  return {
    state: 'Invalid',
    reason: 'DefinitionInvalid',
    message: rest.length > 0 ? `${text} (and ${rest.length} more)` : text,
  };
}
