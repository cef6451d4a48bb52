import type { FieldError } from '@promissory/plugin-promises-common';

/** A cause of a refusal, in the words of the Kubernetes API. */
export function fieldError(
  path: string,
  reason: 'Required' | 'Invalid' | 'Forbidden' | 'TooLong' | 'NotSupported',
  message: string,
): FieldError {
  return { path, reason: `FieldValue${reason}`, message };
}
