import type { FieldError } from '@promissory/plugin-promises-common';
import { fieldError } from './fieldError';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Kratix puts the name into labels, which take 63 characters. */
const LENGTH = 63;

/** A request's name: a DNS-1123 subdomain of at most 63 characters. */
export function checkName(name: string): FieldError[] {
  return check(
    'metadata.name',
    name,
    SUBDOMAIN,
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'my-database')",
  );
}

/** A namespace's name: a DNS-1123 label. */
export function checkNamespace(namespace: string): FieldError[] {
  return check(
    'metadata.namespace',
    namespace,
    LABEL,
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'team-web')",
  );
}

function check(
  path: string,
  value: string,
  pattern: RegExp,
  rule: string,
): FieldError[] {
  if (value.length > LENGTH) {
    return [
      fieldError(path, 'TooLong', `may not be more than ${LENGTH} characters`),
    ];
  }
  return pattern.test(value)
    ? []
    : [
        fieldError(
          path,
          'Invalid',
          `Invalid value: ${JSON.stringify(value)}: ${rule}`,
        ),
      ];
}
