import { join } from 'node:path';
import {
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { SecretStore } from '@promissory/plugin-promises-node';
import { md5Hex } from '../../hash/md5Hex';
import type { GitStateStoreSpec } from '../store/gitStateStoreSpec';
import type { StateStoreKey } from '../store/types';
import { basicCredentials } from './basicCredentials';
import { checkBranchName } from './checkBranchName';
import { isStoreError } from './isStoreError';
import type { GitCommand } from './GitCommand';
import { GitRepository } from './GitRepository';
import { resolveGitRemote } from './resolveGitRemote';

/** The branch of a state store. Nothing is asked of it yet. Throws an InputError for settings that cannot work. */
export function openGitRepository(options: {
  readonly key: StateStoreKey;
  readonly spec: GitStateStoreSpec;
  readonly command: GitCommand;
  readonly cacheDirectory: string;
  readonly localDirectory: string | undefined;
  readonly createLocalRepositories: boolean;
  readonly secretStore: SecretStore;
}): GitRepository {
  const { key, spec } = options;
  const remote = resolveGitRemote({
    url: spec.url,
    localDirectory: options.localDirectory,
  });
  const wrongBranch = checkBranchName(spec.branch);
  if (wrongBranch) {
    throw new InputError(`spec.branch ${wrongBranch}`);
  }
  const reader = `${key.kind}/${key.name}`;
  const place = remote.kind === 'local' ? remote.directory : remote.url;
  const label = `${key.platform}-${key.name}`.replace(/[^\w.-]/g, '_');
  return GitRepository.create({
    command: options.command,
    // Another URL or branch is another copy: nothing of the old one may be taken for the new one's.
    directory: join(
      options.cacheDirectory,
      `${label.slice(0, 100)}-${md5Hex(
        `${reader} ${place} ${spec.branch}`,
      ).slice(0, 10)}.git`,
    ),
    remote,
    branch: spec.branch,
    createLocal: options.createLocalRepositories,
    credentials: () =>
      basicCredentials({
        spec,
        remote,
        reader,
        secretStore: options.secretStore,
      }).catch(error => {
        throw isStoreError(error)
          ? error
          : new ServiceUnavailableError(
              `Secret ${spec.secretRef?.name} cannot be read: ${
                isError(error) ? error.message : error
              }`,
            );
      }),
  });
}
