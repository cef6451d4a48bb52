import { createHash } from 'node:crypto';

/** Of a name in the catalog. */
const LIMIT = 63;
const HASH = 12;

/**
 * Name of the entity of a request, unique in its namespace. No name of Kubernetes has `_`, so one of them keeps Promise
 * and name apart, and a second one marks a name that was too long.
 */
export function requestEntityName(promiseName: string, name: string): string {
  const full = `${promiseName}_${name}`;
  if (full.length <= LIMIT) {
    return full;
  }
  const hash = createHash('sha256').update(full).digest('hex').slice(0, HASH);
  return `${full.slice(0, LIMIT - HASH - 1)}_${hash}`;
}
