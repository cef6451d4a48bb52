export { Delivery } from './Delivery';
export type { DeliveryOptions } from './Delivery';
export { removeDestination } from './destination/removeDestination';
export { checkStorePath } from './git/checkStorePath';
export { formatStateStoreKey } from './store/stateStoreKey';
export type { StateStoreKey } from './store/types';
