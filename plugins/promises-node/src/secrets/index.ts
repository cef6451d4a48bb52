export * from './types';
export * from './promisesSecretStoreExtensionPoint';
