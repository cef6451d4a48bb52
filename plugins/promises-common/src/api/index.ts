export * from './types';
export * from './PromisesApi';
export * from './PromisesClient';
export * from './client/types';
