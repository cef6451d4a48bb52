/**
 * Promise, Destination, GitStateStore and BucketStateStore in the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModulePromises as default } from './module';
