/**
 * Marketplace, request forms, requests and live status pages for Backstage's new frontend system; apps of the old one
 * use `@promissory/plugin-promises/legacy`.
 *
 * @packageDocumentation
 */
export { promisesPlugin as default } from './plugin';
export * from './routing';
export type {
  PromiseRequestOptions,
  PromiseRequestValue,
} from './scaffolder/PromiseRequestValue';
export {
  isOrderedEntity,
  isPromiseEntity,
  isRequestEntity,
} from './entity/requestUid';
