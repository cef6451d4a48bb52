/**
 * Scaffolder actions that order, change, delete and wait for what Promises offer.
 *
 * @packageDocumentation
 */
export { scaffolderModulePromises as default } from './module';
