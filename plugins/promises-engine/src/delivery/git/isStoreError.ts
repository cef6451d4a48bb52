import { isError } from '@backstage/errors';

const NAMES = [
  'GitCommandError',
  'InputError',
  'NotFoundError',
  'NotAllowedError',
  'AuthenticationError',
  'ServiceUnavailableError',
];

/** Whether an error tells of the state store, its secret or its settings; others are the database's, or a lost lease. */
export function isStoreError(error: unknown): boolean {
  return isError(error) && NAMES.includes(error.name);
}
