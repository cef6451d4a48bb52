import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { destinationEntity, stateStoreEntity } from '../fixtures';
import type { BrokenSetUp, StartedPromises } from './BrokenSetUp';

const SECRET = {
  name: 'gitops',
  hosts: ['git.invalid'],
  values: { username: 'promissory', password: 'a-password-of-a-store' },
};

function store(spec: JsonObject, kind = 'GitStateStore'): Entity {
  const entity = stateStoreEntity();
  return {
    ...entity,
    kind,
    metadata: { ...entity.metadata, name: 'broken' },
    spec: spec as Entity['spec'],
  };
}

/** A second store; that nothing is delivered there leaves everything else well. */
const addStore =
  (spec: JsonObject, kind?: string) => async (promises: StartedPromises) => {
    await promises.publishEntity(store(spec, kind));
  };

const withSecret = {
  url: 'https://git.invalid/platform.git',
  secretRef: { name: 'gitops' },
};

export const deliverySetUps: readonly BrokenSetUp[] = [
  {
    fault: 'no Destination',
    breakIt: async promises => {
      promises.catalog.remove('destination:default/dev');
      await promises.knex()('destinations').delete();
    },
    check: 'destinations',
    status: 'error',
    names: /There is no Destination/,
    mends: /kind: Destination\n[^]*stateStoreRef:\n {4}kind: GitStateStore/,
  },
  {
    fault: 'a Destination whose state store is not there',
    breakIt: async promises => {
      const entity = destinationEntity('lost');
      await promises.publishEntity({
        ...entity,
        metadata: { ...entity.metadata, labels: { environment: 'lost' } },
        spec: {
          ...entity.spec,
          stateStoreRef: { kind: 'GitStateStore', name: 'nowhere' },
        },
      });
    },
    check: 'destinations',
    status: 'error',
    names: /GitStateStore\/nowhere: not found/,
    mends: /kind: GitStateStore\nmetadata:\n {2}name: nowhere/,
  },
  {
    fault: 'a file: URL without a folder for it',
    config: { git: {} },
    check: 'state-stores',
    status: 'error',
    names: /no folder of local repositories is configured/,
    mends: /git:\n {4}localDirectory: /,
    also: ['destinations'],
  },
  {
    fault: 'a local repository that is not there',
    config: {
      git: {
        localDirectory: join(tmpdir(), 'promissory-nowhere'),
        create: false,
      },
    },
    check: 'state-stores',
    status: 'error',
    names: /git ls-remote: /,
    mends: /git:\n {4}create: true/,
    also: ['destinations'],
  },
  {
    fault: 'a Git server that cannot be reached',
    breakIt: addStore({ url: 'https://127.0.0.1:1/platform.git' }),
    check: 'state-stores',
    status: 'error',
    names: /git ls-remote: .*127\.0\.0\.1/,
    mends: /HTTPS_PROXY/,
  },
  {
    fault: 'a Git server that never answers',
    breakIt: async promises => {
      const sockets = new Set<Socket>();
      const server = createServer(socket => {
        sockets.add(socket);
        socket.on('error', () => {});
      });
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      await addStore({ url: `https://127.0.0.1:${port}/platform.git` })(
        promises,
      );
      return () => {
        sockets.forEach(socket => socket.destroy());
        server.close();
      };
    },
    check: 'state-stores',
    status: 'error',
    names: /did not answer within 4 s/,
    mends: /HTTPS_PROXY/,
  },
  {
    fault: 'a bucket',
    breakIt: addStore(
      {
        endpoint: 's3.example.com',
        bucketName: 'platform',
        secretRef: { name: 'gitops', namespace: 'default' },
      },
      'BucketStateStore',
    ),
    check: 'state-stores',
    status: 'error',
    names: /buckets are not supported yet/,
    mends: /kind: GitStateStore\nmetadata:\n {2}name: broken/,
  },
  {
    fault: 'a store whose URL is of another protocol',
    breakIt: addStore({ url: 'git@git.invalid:platform.git' }),
    check: 'state-stores',
    status: 'error',
    names: /invalid URL for HTTPS auth method: git@/,
    mends: /url: https:\/\//,
  },
  {
    fault: 'SSH',
    breakIt: addStore({
      url: 'ssh://git@git.invalid/platform.git',
      authMethod: 'ssh',
      secretRef: { name: 'gitops' },
    }),
    check: 'state-stores',
    status: 'error',
    names: /SSH is not supported yet/,
    mends: /authMethod: basicAuth/,
  },
  {
    fault: 'a secret that is not configured',
    breakIt: addStore(withSecret),
    check: 'secrets',
    status: 'error',
    names: /names the secret default\/gitops/,
    mends:
      /secrets:\n {4}- name: gitops\n {6}hosts:\n {8}- git\.invalid\n {6}values:\n {8}username: \$\{GITOPS_USERNAME\}/,
    also: ['state-stores'],
  },
  {
    fault: 'a secret for another host',
    config: { secrets: [{ ...SECRET, hosts: ['git.example.com'] }] },
    breakIt: addStore(withSecret),
    check: 'secrets',
    status: 'error',
    names: /may not use the secret default\/gitops for git\.invalid/,
    mends: /hosts:\n {8}- git\.example\.com\n {8}- git\.invalid/,
    also: ['state-stores'],
  },
  {
    fault: 'a secret without a password',
    config: { secrets: [{ ...SECRET, values: { username: 'promissory' } }] },
    breakIt: addStore(withSecret),
    check: 'secrets',
    status: 'error',
    names: /needs the keys username and password/,
    mends: /password: \$\{GITOPS_PASSWORD\}/,
    also: ['state-stores'],
  },
  {
    fault: 'a secret whose variable is not set',
    config: {
      secrets: [{ ...SECRET, values: { ...SECRET.values, password: '' } }],
    },
    check: 'secrets',
    status: 'error',
    names: /Its password is empty/,
    mends: /password: \$\{GITOPS_PASSWORD\}/,
  },
  {
    fault: 'a secret that nothing names',
    config: { secrets: [SECRET] },
    check: 'secrets',
    status: 'warning',
    names: /No state store names it/,
    mends: /secretRef:\n {4}name: gitops/,
  },
];
