import type { Finding } from '../../api';

/** A fault that keeps a document from being used. */
export function error(path: string, message: string): Finding {
  return { severity: 'error', path, message };
}

/** Something that will surprise, and does not stop anything. */
export function warning(path: string, message: string): Finding {
  return { severity: 'warning', path, message };
}

/** Something that is good to know. */
export function info(path: string, message: string): Finding {
  return { severity: 'info', path, message };
}

/**
 * Whether one of the findings keeps the document from being used.
 *
 * @public
 */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
