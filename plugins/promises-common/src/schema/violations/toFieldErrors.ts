import type { FieldError } from '../../api';
import { formatPath } from '../location/formatPath';
import type { Violation } from './Violation';

/** Violations for people: each once, at its path, without remarks. */
export function toFieldErrors(violations: readonly Violation[]): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const { path, reason, message, notice } of violations) {
    if (notice) continue;
    const text = formatPath(path);
    errors.set(JSON.stringify([text, reason, message]), {
      path: text,
      reason,
      message,
    });
  }
  return [...errors.values()];
}
