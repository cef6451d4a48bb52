import type {
  RequestState,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import type { WaitGoal } from './WaitGoal';

/** What a look at the request comes to. */
export type WaitDecision =
  | { readonly kind: 'reached' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly message: string };

/** Degraded for now: what these reasons name goes on by itself or with a Destination that somebody adds. */
const PASSING_REASONS: ReadonlySet<string> = new Set([
  'ChildDeleting',
  'UnscheduledWorkloads',
]);

/** Whether a request has got as far as a step waits for, or cannot get there any more. */
export function decideWait(
  request: Pick<
    ResourceRequestDetail,
    'state' | 'deliveredGeneration' | 'history'
  >,
  options: { readonly goal: WaitGoal; readonly generation: number },
): WaitDecision {
  const { goal, generation } = options;
  const { state } = request;
  if (goal === 'none') return { kind: 'reached' };
  if (goal === 'deleted') return decideDeletion(state);
  if (state.name === 'Deleted' || state.name === 'Deleting') {
    return { kind: 'failed', message: 'It is being deleted or is deleted' };
  }
  const decision = request.history.find(
    each => each.generation === generation,
  )?.decision;
  if (decision === 'refused') {
    return { kind: 'failed', message: 'It was refused' };
  }
  if (decision === 'waiting') return { kind: 'waiting' };
  const isDelivered = (request.deliveredGeneration ?? 0) >= generation;
  if (isDelivered) return { kind: 'reached' };
  if (goal === 'accepted') {
    return { kind: state.name === 'Pending' ? 'waiting' : 'reached' };
  }
  const isOver =
    state.name === 'Failed' ||
    (state.name === 'Degraded' && !PASSING_REASONS.has(state.reason));
  return isOver
    ? { kind: 'failed', message: describeState(state) }
    : { kind: 'waiting' };
}

function decideDeletion(state: RequestState): WaitDecision {
  if (state.name === 'Deleted') return { kind: 'reached' };
  if (state.reason === 'DeleteWorkflowFailed') {
    return { kind: 'failed', message: describeState(state) };
  }
  return { kind: 'waiting' };
}

function describeState({
  name,
  reason,
  message,
  violations = [],
}: RequestState) {
  const lines = violations
    .filter(({ severity }) => severity === 'error')
    .map(each => `\n- ${each.path ? `${each.path}: ` : ''}${each.message}`);
  return `${name} (${reason}): ${message}${lines.join('')}`;
}
