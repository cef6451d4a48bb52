import type { RequestReference } from '../requests/loadRequest';

/** Tells the checkpoints of one `each` step's turns apart. */
export function referenceKey(reference: RequestReference): string {
  const { uid, promise, namespace = 'default', name } = reference;
  return uid ?? `${promise}/${namespace}/${name}`;
}
