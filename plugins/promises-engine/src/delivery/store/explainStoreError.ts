import { isError } from '@backstage/errors';
import type { Verdict } from './types';

/** What went wrong with a store, in the reasons of Kratix's Ready condition. */
export function explainStoreError(
  error: unknown,
  during: 'initialise' | 'validate' | 'write',
): Verdict {
  const text = isError(error) ? error.message : String(error);
  if (isError(error) && error.name === 'NotFoundError') {
    return { ready: false, reason: 'SecretNotFound', message: text };
  }
  switch (during) {
    case 'initialise':
      return {
        ready: false,
        reason: 'ErrorInitialisingWriter',
        message: `Error initialising writer: ${text}`,
      };
    case 'validate':
      return {
        ready: false,
        reason: 'ErrorValidatingPermissions',
        message: `Error validating state store permissions: write permission validation failed: ${text}`,
      };
    default:
      return { ready: false, reason: 'StateStoreError', message: text };
  }
}
