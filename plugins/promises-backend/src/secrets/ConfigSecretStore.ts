import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  SecretPurpose,
  SecretReference,
  SecretStore,
} from '@promissory/plugin-promises-node';
import type { PromisesConfig } from '../config/PromisesConfig';

/** Reads secrets from `promises.secrets` of the configuration, each only towards the hosts on its allow list. */
export class ConfigSecretStore implements SecretStore {
  readonly #secrets: PromisesConfig['secrets'];

  static create(secrets: PromisesConfig['secrets']): ConfigSecretStore {
    return new ConfigSecretStore(secrets);
  }

  private constructor(secrets: PromisesConfig['secrets']) {
    this.#secrets = secrets;
  }

  async read(
    reference: SecretReference,
    purpose: SecretPurpose,
  ): Promise<Readonly<Record<string, string>>> {
    const namespace = reference.namespace ?? 'default';
    const secret = this.#secrets.find(
      each => each.name === reference.name && each.namespace === namespace,
    );
    if (!secret) {
      throw new NotFoundError(
        `${purpose.reader} names the secret ${namespace}/${reference.name}, which promises.secrets of the configuration does not have`,
      );
    }
    const host = purpose.host.toLocaleLowerCase('en-US');
    if (!secret.hosts.some(each => each.toLocaleLowerCase('en-US') === host)) {
      throw new NotAllowedError(
        `${purpose.reader} may not use the secret ${namespace}/${reference.name} for ${purpose.host}: that host is not among the secret's hosts in promises.secrets`,
      );
    }
    return { ...secret.values };
  }
}
