export { afterCommit } from './afterCommit';
export { isRetryable } from './isRetryable';
export { runInTransaction } from './runInTransaction';
