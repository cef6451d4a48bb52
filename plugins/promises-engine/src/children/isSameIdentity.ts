import type { RequestIdentity } from './types';

/** Whether two names are those of the same request. */
export function isSameIdentity(
  left: RequestIdentity,
  right: RequestIdentity,
): boolean {
  return (
    left.promiseName === right.promiseName &&
    left.namespace === right.namespace &&
    left.name === right.name
  );
}
