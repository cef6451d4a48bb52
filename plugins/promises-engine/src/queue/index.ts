export { assertLease } from './assertLease';
export { claimWork } from './claimWork';
export type { ClaimWorkOptions } from './claimWork';
export { enqueueWork } from './enqueueWork';
export type { EnqueueWorkOptions } from './enqueueWork';
export { QueueWorker } from './QueueWorker';
export type { QueueWorkerOptions } from './QueueWorker';
export { releaseWork } from './releaseWork';
export type { ReleaseWorkOptions } from './releaseWork';
export { renewWork } from './renewWork';
export { restoreWork } from './restoreWork';
export type {
  ClaimedWork,
  SetAsideHandler,
  SetAsideWork,
  WorkContext,
  WorkHandler,
  WorkKind,
} from './types';
