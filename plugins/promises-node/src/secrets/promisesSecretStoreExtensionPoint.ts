import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SecretStore } from './types';

/** Replaces the read-only secret store that reads from configuration. @public */
export interface PromisesSecretStoreExtensionPoint {
  /** May be called once. */
  setSecretStore(store: SecretStore): void;
}

/** {@inheritDoc PromisesSecretStoreExtensionPoint} @public */
export const promisesSecretStoreExtensionPoint =
  createExtensionPoint<PromisesSecretStoreExtensionPoint>({
    id: 'promises.secret-store',
  });
