import { stringifyError } from '@backstage/errors';

/** The platform could not answer: nothing is known of the step, which is no fault of its own. */
export class FactsUnavailableError extends Error {
  override readonly name = 'FactsUnavailableError';

  constructor(override readonly cause: unknown) {
    super(`what the step asks could not be read: ${stringifyError(cause)}`);
  }
}
