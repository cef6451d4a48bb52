import type { RequestSummary } from './RequestSummary';

const AT_REST = [
  'Delivered',
  'Ready',
  'Failed',
  'Degraded',
  'Paused',
  'Deleted',
];

/** Whether a request stays as it is unless somebody does something. */
export function isSettled(request: RequestSummary): boolean {
  const { state, reason, isRetried } = request;
  return (
    AT_REST.includes(state) ||
    (state === 'Suspended' && !isRetried) ||
    // No Destination comes by itself.
    reason === 'UnscheduledWorkloads'
  );
}
