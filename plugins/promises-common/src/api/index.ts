export * from './types';
export * from './PromisesApi';
