import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';

/** What a person may do to a request from its page. */
export type RequestAction =
  | 'retry'
  | 'reconcile'
  | 'pause'
  | 'resume'
  | 'update'
  | 'delete';

const RETRYABLE = new Set<ResourceRequestDetail['state']['name']>([
  'Failed',
  'Degraded',
  'Suspended',
]);

/** Reasons of a deletion that waits for somebody. */
const STUCK_DELETION = new Set([
  'DeleteWorkflowFailed',
  'DeleteWorkflowSuspended',
  'SetAside',
]);

/** Why an action is not offered, undefined where it is. */
export function whyNot(
  action: RequestAction,
  request: Pick<ResourceRequestDetail, 'state' | 'parentUid' | 'can'>,
): string | undefined {
  const { state, can, parentUid } = request;
  if (state.name === 'Deleted') {
    return 'The request is deleted.';
  }
  if (state.name === 'Deleting' && action !== 'retry') {
    return 'The request is being deleted.';
  }
  if (parentUid && action === 'update') {
    return 'It belongs to another request and follows it. Change that one.';
  }
  if (can && !isAllowed(action, can)) {
    return `You lack the permission promises.request.${
      action === 'pause' || action === 'resume' ? 'update' : action
    }.`;
  }
  if (
    state.name === 'Paused' &&
    (action === 'retry' || action === 'reconcile')
  ) {
    return 'The request is paused. Resume it first.';
  }
  return action === 'retry' ? whyNoRetry(state) : undefined;
}

/** Whether pausing and resuming exist here at all: not every platform knows them. */
export function isPausable({
  can,
}: Pick<ResourceRequestDetail, 'can'>): boolean {
  return can?.pause !== undefined && can.resume !== undefined;
}

function isAllowed(
  action: RequestAction,
  can: NonNullable<ResourceRequestDetail['can']>,
): boolean {
  return can[action] ?? can.update;
}

function whyNoRetry(
  state: Pick<ResourceRequestDetail['state'], 'name' | 'reason' | 'nextTryAt'>,
): string | undefined {
  const { name, reason, nextTryAt } = state;
  if (name === 'Deleting') {
    return STUCK_DELETION.has(reason) || nextTryAt
      ? undefined
      : 'The request is being deleted.';
  }
  if (reason === 'ChildFailed' || reason === 'ChildDegraded') {
    return 'Its own part did not fail. Retry the request that did.';
  }
  return RETRYABLE.has(name) || nextTryAt
    ? undefined
    : 'Nothing failed, so there is nothing to retry. Reconcile runs the pipelines again.';
}
