export { listCatalogClaims } from './catalog/listCatalogClaims';
export { listCatalogOrders } from './catalog/listCatalogOrders';
export { listDeliveredFiles } from './catalog/listDeliveredFiles';
export {
  catalogEventTypes,
  readCatalogRevision,
} from './catalog/readCatalogRevision';
export { readWorkloadContents } from './catalog/readWorkloadContents';
export type {
  CatalogClaim,
  CatalogOrder,
  DeliveredFiles,
} from './catalog/types';
export { updateCatalogClaims } from './catalog/updateCatalogClaims';
export { listDestinations } from './destination/listDestinations';
export { getPromise } from './promise/getPromise';
export type { PromiseDetailPart, PromiseRecord } from './promise/getPromise';
export { listPromiseCards } from './promise/listPromiseCards';
export { listPromiseOffers } from './promise/listPromiseOffers';
export type { PromiseOffer } from './promise/listPromiseOffers';
export { listPromises } from './promise/listPromises';
export type {
  AuthorizePromises,
  ListPromisesOptions,
  PromiseEntry,
  PromiseEntryList,
} from './promise/listPromises';
export type { PromiseFilter } from './promise/selectCards';
export type { PromiseCardPart } from './promise/toCard';
export type {
  AuthorizeRequests,
  RequestFilter,
} from './request/filterRequests';
export { findRequest } from './request/findRequest';
export { getRequest } from './request/getRequest';
export { getRequestDetail } from './request/getRequestDetail';
export type { RequestDetailPart } from './request/getRequestDetail';
export { getWorkload } from './request/getWorkload';
export { listRequestFiles } from './request/listRequestFiles';
export { listRequests } from './request/listRequests';
export type { ListRequestsOptions } from './request/listRequests';
export { readRelatives } from './request/readRelatives';
export type {
  ReadRelativesOptions,
  RequestProblem,
  RequestRelatives,
} from './request/readRelatives';
export { readStepLog } from './request/readStepLog';
export type { ReadStepLogOptions } from './request/readStepLog';
