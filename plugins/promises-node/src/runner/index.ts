export * from './types';
export * from './promisesRunnerExtensionPoint';
