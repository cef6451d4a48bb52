import { InputError } from '@backstage/errors';
import type { GitStateStoreDefinition } from '@promissory/plugin-promises-common';
import type { SecretStore } from '@promissory/plugin-promises-node';
import type { GitRemote } from './types';

/**
 * Git settings that send the secret's user name and password to the store's host, and nowhere else. They travel in the
 * environment of one command.
 *
 * Rejects with an InputError where the secret lacks a key, and with what the secret store says.
 */
export async function basicCredentials(options: {
  readonly spec: GitStateStoreDefinition['spec'];
  readonly remote: GitRemote;
  /** For example `GitStateStore/default`. */
  readonly reader: string;
  readonly secretStore: SecretStore;
}): Promise<Readonly<Record<string, string>>> {
  const { spec, remote } = options;
  if (remote.kind === 'local') {
    return {};
  }
  const method = spec.authMethod ?? 'basicAuth';
  if (method !== 'basicAuth') {
    throw new InputError(
      `spec.authMethod ${method} is not supported yet; use basicAuth with a token as password`,
    );
  }
  if (!spec.secretRef) {
    return {};
  }
  const secret = await options.secretStore.read(spec.secretRef, {
    reader: options.reader,
    host: remote.host,
  });
  const { username, password } = secret;
  if (username === undefined || password === undefined) {
    throw new InputError(
      `Secret ${spec.secretRef.namespace ?? 'default'}/${
        spec.secretRef.name
      } needs the keys username and password`,
    );
  }
  const token = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    [`http.https://${remote.host}/.extraHeader`]: `Authorization: Basic ${token}`,
  };
}
