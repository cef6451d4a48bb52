import type { RequestState } from '@promissory/plugin-promises-common';

/** Whether a request has become what was asked for. */
export function isDelivered({ name }: RequestState): boolean {
  return name === 'Delivered' || name === 'Ready';
}
