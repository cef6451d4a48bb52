/**
 * The fulfilment engine: plan, performers, database operations, scheduling, delivery.
 *
 * @packageDocumentation
 */
export * from './admission';
export * from './database';
export type * from './database/rows/rows';
export { removeDestination } from './delivery';
export * from './events';
export * from './health';
export * from './observe';
export * from './PromisesEngine';
export type { PromisesEngineOptions } from './PromisesEngineOptions';
export { chooseRunner, type RunnerChoice } from './perform/chooseRunner';
export { NameTakenError } from './platform/NameTakenError';
export { PreconditionFailedError } from './platform/PreconditionFailedError';
export * from './platform/types';
export type { PreviewRequestOptions } from './preview/previewRequest';
export * from './readModel';
export * from './registry';
