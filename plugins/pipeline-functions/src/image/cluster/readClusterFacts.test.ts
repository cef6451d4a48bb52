import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { FactQuery } from '@promissory/plugin-promises-node';
import { generate } from 'selfsigned';
import { functionInput } from '../../__testUtils__/functionInput';
import { ClusterApi } from './ClusterApi';
import { clusterRequestState } from './clusterRequestState';
import { readClusterFacts } from './readClusterFacts';

const PROMISE_PATH = '/apis/platform.kratix.io/v1alpha1/promises/postgresql';
const REQUEST_PATH =
  '/apis/example.com/v1/namespaces/default/postgresqls/orders-db';

const configMap = { kind: 'ConfigMap', metadata: { name: 'rules' } };
const promise = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'postgresql' },
  spec: {
    dependencies: [configMap],
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'PostgreSQL', plural: 'postgresqls' },
        versions: [{ name: 'v1', served: true, storage: true }],
      },
    },
  },
};
const condition = (
  type: string,
  status: string,
  reason = '',
  message = '',
) => ({
  type,
  status,
  reason,
  message,
  lastTransitionTime: '2026-01-01T00:00:00Z',
});

describe('readClusterFacts', () => {
  let folder: string;
  let server: Server;
  let objects: Record<string, JsonObject | number>;
  let seen: IncomingMessage[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cluster-'));
    const { private: key, cert } = generate(
      [{ name: 'commonName', value: 'localhost' }],
      {
        keySize: 2048,
        algorithm: 'sha256',
        extensions: [
          { name: 'basicConstraints', cA: true },
          {
            name: 'subjectAltName',
            altNames: [{ type: 7, ip: '127.0.0.1' }],
          },
        ],
      },
    );
    await writeFile(join(folder, 'token'), 'secret\n');
    await writeFile(join(folder, 'ca.crt'), cert);
    server = createServer({ key, cert }, (request, response) => {
      seen.push(request);
      const found = objects[request.url ?? ''] ?? 404;
      response.statusCode = typeof found === 'number' ? found : 200;
      response.end(JSON.stringify(typeof found === 'number' ? {} : found));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
    });
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    seen = [];
    objects = { [PROMISE_PATH]: promise };
  });

  async function read(query: FactQuery, more: object = {}) {
    const { port } = server.address() as AddressInfo;
    const facts = await readClusterFacts(
      { fact: query },
      {
        api: ClusterApi.create({
          environment: {
            KUBERNETES_SERVICE_HOST: '127.0.0.1',
            KUBERNETES_SERVICE_PORT: String(port),
          },
          serviceAccountFolder: folder,
        }),
        input: functionInput({}, more),
      },
    );
    return facts.fact.answer;
  }

  const requests: FactQuery = {
    kind: 'requests',
    requests: [{ promise: 'postgresql', name: 'orders-db' }],
  };
  const named = {
    promise: 'postgresql',
    namespace: 'default',
    name: 'orders-db',
  };

  it('should read requests through the API that their Promise offers', async () => {
    objects[REQUEST_PATH] = {
      metadata: { name: 'orders-db', generation: 1 },
      status: {
        observedGeneration: 1,
        host: 'db',
        conditions: [condition('Reconciled', 'True')],
      },
    };
    expect(await read(requests)).toEqual([
      {
        ...named,
        state: 'Delivered',
        status: { observedGeneration: 1, host: 'db' },
        reportsHealth: false,
      },
    ]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
    ]);
  });

  it('should tell of what is not there', async () => {
    expect(await read(requests)).toEqual([named]);
    objects = {};
    expect(await read(requests)).toEqual([named]);
  });

  it('should read static dependencies from the Promise', async () => {
    const dependency = (name: string): FactQuery => ({
      kind: 'dependency',
      promise: 'postgresql',
      document: { kind: 'ConfigMap', name },
    });
    expect(await read(dependency('rules'))).toEqual(configMap);
    expect(await read(dependency('other'))).toBeNull();
    objects = {};
    expect(await read(dependency('rules'))).toBeNull();
  });

  it('should count attempts from the status of the object', async () => {
    expect(await read({ kind: 'attempts' })).toEqual({
      count: 0,
      since: '2026-01-01T00:10:00.000Z',
    });
    const pipelines = [{ name: 'configure', attempts: 4 }];
    const conditions = [condition('ConfigureWorkflowCompleted', 'False')];
    expect(
      await read(
        { kind: 'attempts' },
        {
          object: {
            status: { conditions, kratix: { workflows: { pipelines } } },
          },
        },
      ),
    ).toEqual({ count: 4, since: '2026-01-01T00:00:00Z' });
    expect(seen).toEqual([]);
  });

  it.each<[number, RegExp]>([
    [403, /may not get \/apis\/platform\.kratix\.io.*rbac\.permissions/],
    [401, /may not get/],
    [500, /answers 500/],
  ])(
    'should say what to do where the API answers %d',
    async (status, message) => {
      objects[PROMISE_PATH] = status;
      await expect(read(requests)).rejects.toThrow(message);
    },
  );

  it('should refuse to ask for children', async () => {
    await expect(read({ kind: 'children' })).rejects.toThrow(
      'OPTIONS.children: a cluster does not tell which requests are the children of another; name them under requests',
    );
  });

  it('should not trust a server that the cluster does not vouch for', async () => {
    const other = await mkdtemp(join(tmpdir(), 'cluster-'));
    const { port } = server.address() as AddressInfo;
    await writeFile(join(other, 'token'), 'secret');
    const api = ClusterApi.create({
      environment: {
        KUBERNETES_SERVICE_HOST: '127.0.0.1',
        KUBERNETES_SERVICE_PORT: String(port),
      },
      serviceAccountFolder: other,
    });
    await expect(api.read('/')).rejects.toThrow('ca.crt cannot be read');
    const { cert } = generate([], { algorithm: 'sha256' });
    await writeFile(join(other, 'ca.crt'), cert);
    await expect(api.read('/')).rejects.toThrow(/GET \/ fails: .*certificate/);
    await rm(other, { recursive: true });
    expect(seen).toEqual([]);
  });

  const done = condition('ConfigureWorkflowCompleted', 'True');
  const failed = condition(
    'ConfigureWorkflowCompleted',
    'False',
    'ConfigureWorkflowFailed',
    'A Configure Pipeline has failed: configure',
  );
  it.each<[string, object, object]>([
    ['Pending', {}, {}],
    ['Deleting', {}, { deletionTimestamp: 'now' }],
    [
      'Running',
      {
        conditions: [
          condition(
            'ConfigureWorkflowCompleted',
            'False',
            'PipelinesInProgress',
          ),
        ],
      },
      {},
    ],
    [
      'Paused',
      {
        conditions: [
          condition('Reconciled', 'Unknown', 'PausedReconciliation'),
        ],
      },
      {},
    ],
    [
      'Suspended',
      {
        conditions: [condition('Reconciled', 'Unknown', 'WorkflowSuspended')],
      },
      {},
    ],
    ['Failed', { conditions: [failed] }, {}],
    [
      'Degraded',
      {
        conditions: [failed],
        kratix: {
          workflows: { lastSuccessfulConfigureWorkflowTime: 'yesterday' },
        },
      },
      {},
    ],
    ['Delivering', { conditions: [done] }, {}],
    [
      'Delivering',
      { conditions: [done, condition('Reconciled', 'False', 'WorksFailing')] },
      {},
    ],
    ['Delivered', { conditions: [done, condition('Reconciled', 'True')] }, {}],
    [
      'Pending',
      { conditions: [done, condition('Reconciled', 'True')] },
      { generation: 2 },
    ],
    [
      'Ready',
      {
        conditions: [done, condition('Reconciled', 'True')],
        healthStatus: { state: 'healthy' },
      },
      {},
    ],
    [
      'Degraded',
      {
        conditions: [done, condition('Reconciled', 'True')],
        healthStatus: { state: 'unhealthy' },
      },
      {},
    ],
    [
      'Delivered',
      {
        conditions: [done, condition('Reconciled', 'True')],
        healthStatus: { state: 'unknown' },
      },
      {},
    ],
  ])('should read %s from %j', (state, status, metadata) => {
    expect(
      clusterRequestState({
        metadata: { generation: 1, ...metadata },
        status: { observedGeneration: 1, ...status },
      }).state,
    ).toBe(state);
  });
});
