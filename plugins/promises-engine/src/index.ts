/**
 * The fulfilment engine: plan, performers, database operations, scheduling, delivery.
 *
 * @packageDocumentation
 */
export * from './database';
export * from './events';
export * from './platform/types';
