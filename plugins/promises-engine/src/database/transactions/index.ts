export { afterCommit } from './afterCommit';
export { isDatabaseTrouble } from './isDatabaseTrouble';
export { isRetryable } from './isRetryable';
export { runInTransaction } from './runInTransaction';
