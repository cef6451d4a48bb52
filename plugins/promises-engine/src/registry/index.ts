export { getDefinition } from '../database/operations/definitions/getDefinition';
export { listMissingDefinitions } from '../database/operations/definitions/listMissingDefinitions';
export { putDefinition } from '../database/operations/definitions/putDefinition';
export type { PutDefinitionOptions } from '../database/operations/definitions/putDefinition';
export { disconnectDestination } from '../database/operations/destinations/disconnectDestination';
export { upsertDestination } from '../database/operations/destinations/upsertDestination';
export type { UpsertDestinationOptions } from '../database/operations/destinations/upsertDestination';
export { listRegisteredPromises } from '../database/operations/promises/listRegisteredPromises';
export type { RegisteredPromise } from '../database/operations/promises/listRegisteredPromises';
export { readRequirements } from '../database/operations/promises/readRequirements';
export { setPromiseState } from '../database/operations/promises/setPromiseState';
export { upsertPromise } from '../database/operations/promises/upsertPromise';
export type {
  UpsertPromiseOptions,
  UpsertPromiseResult,
} from '../database/operations/promises/upsertPromise';
export { withdrawPromise } from '../database/operations/promises/withdrawPromise';
export { disconnectStateStore } from '../database/operations/stateStores/disconnectStateStore';
export { upsertStateStore } from '../database/operations/stateStores/upsertStateStore';
export type { UpsertStateStoreOptions } from '../database/operations/stateStores/upsertStateStore';
