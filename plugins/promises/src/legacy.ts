/**
 * The pages of Promissory for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export {
  PromiseRequestsContent,
  PromisesPage,
  RequestStatusContent,
  promisesPlugin,
} from './legacy/plugin';
export * from './routing';
export { isPromiseEntity, isRequestEntity } from './entity/requestUid';
