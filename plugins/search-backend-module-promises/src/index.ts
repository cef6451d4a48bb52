/**
 * Promises and requests in the search of Backstage, for those who may read them.
 *
 * @packageDocumentation
 */
export { searchModulePromises as default } from './module';
