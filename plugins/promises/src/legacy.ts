/**
 * The pages of Promissory for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export {
  OrderCard,
  PromiseRequestFieldExtension,
  PromiseRequestsContent,
  PromiseSearchResultListItem,
  PromisesPage,
  RequestStatusContent,
  promisesPlugin,
} from './legacy/plugin';
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
