import type { FieldError } from '@promissory/plugin-promises-common';

const PATH = /^((?:spec|metadata|owner|name|namespace)(?:[.[][^:]*)?): (.+)$/s;

/** A problem as one line: all that the wizard can hold. */
export function toLine({ path, message }: FieldError): string {
  return path ? `${path}: ${message}` : message;
}

/** The problems that lines tell of. */
export function fromLines(lines: readonly string[]): FieldError[] {
  return lines.map(line => {
    const [, path = '', message = line] = PATH.exec(line) ?? [];
    return { path, reason: 'FieldValueInvalid', message };
  });
}
