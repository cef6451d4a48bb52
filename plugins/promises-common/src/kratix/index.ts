export { getPromiseApi, hasApi } from './api/getPromiseApi';
export type { PromiseApiDefinition } from './api/getPromiseApi';
export { checkDestination } from './destination/checkDestination';
export { parseDestination } from './destination/parseDestination';
export { parseGoDuration } from './duration/parseGoDuration';
export { hasErrors } from './findings/findings';
export * from './hash';
export { getPipelines } from './pipeline/getPipelines';
export { checkPromise } from './promise/checkPromise';
export {
  getPromiseVersion,
  UNVERSIONED_PROMISE,
} from './promise/getPromiseVersion';
export { parsePromise } from './promise/parsePromise';
export { checkStateStore } from './stateStore/checkStateStore';
export { parseStateStore } from './stateStore/parseStateStore';
export * from './types';
