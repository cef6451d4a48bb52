import { ConflictError } from '@backstage/errors';
import type {
  PromisesSecretStoreExtensionPoint,
  SecretStore,
} from '@promissory/plugin-promises-node';

/** Takes the one secret store that a module may bring. */
export class SecretStoreSlot implements PromisesSecretStoreExtensionPoint {
  #store: SecretStore | undefined;

  static create(): SecretStoreSlot {
    return new SecretStoreSlot();
  }

  setSecretStore(store: SecretStore): void {
    if (this.#store) {
      throw new ConflictError(
        'A secret store is installed already: only one module may bring one',
      );
    }
    this.#store = store;
  }

  get store(): SecretStore | undefined {
    return this.#store;
  }
}
