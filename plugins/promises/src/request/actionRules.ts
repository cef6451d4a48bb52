import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';

/** What a person may do to a request from its page. */
export type RequestAction = 'retry' | 'reconcile' | 'update' | 'delete';

const RETRYABLE = new Set<ResourceRequestDetail['state']['name']>([
  'Failed',
  'Degraded',
  'Suspended',
]);

/** Why an action is not offered, undefined where it is. */
export function whyNot(
  action: RequestAction,
  request: Pick<
    ResourceRequestDetail,
    'state' | 'parentUid' | 'can' | 'origin'
  >,
): string | undefined {
  const { state, can, parentUid } = request;
  if (state.name === 'Deleted') {
    return 'The request is deleted.';
  }
  if (state.name === 'Deleting' && action !== 'retry') {
    return 'The request is being deleted.';
  }
  if (parentUid && (action === 'update' || action === 'delete')) {
    return 'It belongs to another request, which creates, changes and deletes it. Do it there.';
  }
  if (can && !can[action]) {
    return `You lack the permission promises.request.${action}.`;
  }
  if (action === 'retry' && !RETRYABLE.has(state.name)) {
    return state.name === 'Deleting'
      ? 'The request is being deleted.'
      : 'Nothing failed, so there is nothing to retry. Reconcile runs the pipelines again.';
  }
  return undefined;
}
