/**
 * The pages of Promissory for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export {
  OrderCard,
  PromiseRequestsContent,
  PromisesPage,
  RequestStatusContent,
  promisesPlugin,
} from './legacy/plugin';
export * from './routing';
export {
  isOrderedEntity,
  isPromiseEntity,
  isRequestEntity,
} from './entity/requestUid';
