import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { EVENT_TOPIC_CATALOG_CHANGED } from '@promissory/plugin-promises-common';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../__testUtils__/eventually';
import {
  FollowingEntityProvider,
  type EntitiesOfVersion,
} from '../provider/FollowingEntityProvider';
import { WakingTimer } from '../provider/WakingTimer';
import { RequestEntitiesClient } from './RequestEntitiesClient';

function item(name: string, title = name, locationKey = `promissory:${name}`) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, title },
  };
  return { locationKey, entity };
}

describe('FollowingEntityProvider', () => {
  let backend: EntitiesOfVersion | Error;
  let now = 0;
  let provider: FollowingEntityProvider;
  let events: ReturnType<typeof mockServices.events>;
  let mutations: EntityProviderMutation[];
  let read: jest.Mock;

  beforeEach(async () => {
    backend = { version: '1', items: [item('a'), item('b')] };
    now = 0;
    mutations = [];
    events = mockServices.events();
    read = jest.fn(async (known: string | undefined) => {
      if (backend instanceof Error) throw backend;
      return backend.version === known ? undefined : backend;
    });
    provider = FollowingEntityProvider.create({
      name: 'promises-requests',
      subject: 'the entities of requests',
      client: { read },
      events,
      logger: mockServices.logger.mock(),
      pollMs: 60_000,
      fullMs: 1_000,
      now: () => now,
    });
  });
  afterEach(() => provider.close());

  const connect = (
    applyMutation = async (mutation: EntityProviderMutation) => {
      mutations.push(mutation);
    },
  ) => provider.connect({ applyMutation, refresh: async () => {} });
  const wake = () =>
    events.publish({ topic: EVENT_TOPIC_CATALOG_CHANGED, eventPayload: {} });
  const reads = (count: number) =>
    eventually(() =>
      expect(read.mock.calls.length).toBeGreaterThanOrEqual(count),
    );

  it('gives all at the start, and then what changed', async () => {
    await connect();
    await eventually(() => expect(mutations).toHaveLength(1));
    expect(mutations[0]).toMatchObject({
      type: 'full',
      entities: [item('a'), item('b')],
    });

    backend = {
      version: '2',
      items: [item('a'), item('c'), item('d', 'd', 'other')],
    };
    await wake();
    await eventually(() => expect(mutations).toHaveLength(2));
    expect(mutations[1]).toEqual({
      type: 'delta',
      added: [item('c'), item('d', 'd', 'other')],
      removed: [{ entityRef: 'component:default/b' }],
    });

    backend = {
      version: '3',
      items: [item('a', 'A'), item('c'), item('d', 'd', 'third')],
    };
    await wake();
    await eventually(() => expect(mutations).toHaveLength(3));
    expect(mutations[2]).toEqual({
      type: 'delta',
      added: [item('a', 'A'), item('d', 'd', 'third')],
      removed: [],
    });
  });

  it('does nothing when nothing changed', async () => {
    await connect();
    await reads(1);
    await wake();
    await reads(2);
    expect(read).toHaveBeenLastCalledWith('1');
    expect(mutations).toHaveLength(1);
  });

  it('gives all again from time to time, whatever became of it in the catalog', async () => {
    await connect();
    await reads(1);
    now = 1_000;
    await wake();
    await eventually(() => expect(mutations).toHaveLength(2));
    expect(mutations[1].type).toBe('full');
  });

  it('changes nothing where the backend cannot tell, and gives all when it can', async () => {
    backend = new Error('starting');
    await connect();
    await reads(2);
    expect(mutations).toEqual([]);
    backend = { version: '1', items: [item('a')] };
    await eventually(() => expect(mutations).toHaveLength(1));
    expect(mutations[0].type).toBe('full');
  });

  it('gives all again after the catalog did not take a change', async () => {
    let isBroken = false;
    await connect(async mutation => {
      if (isBroken) {
        isBroken = false;
        throw new Error('no database');
      }
      mutations.push(mutation);
    });
    await eventually(() => expect(mutations).toHaveLength(1));
    isBroken = true;
    backend = { version: '2', items: [item('c')] };
    await wake();
    await eventually(() => expect(mutations).toHaveLength(2));
    expect(mutations[1]).toMatchObject({ type: 'full', entities: [item('c')] });
  });
});

describe('RequestEntitiesClient', () => {
  let server: Server;
  let pages: (query: URLSearchParams) => unknown;
  let client: RequestEntitiesClient;
  beforeEach(async () => {
    server = createServer((request, response) => {
      const page = pages(new URL(request.url ?? '', 'http://x').searchParams);
      response.statusCode = page ? 200 : 503;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(page ?? {}));
    }).listen(0);
    const { port } = server.address() as AddressInfo;
    client = RequestEntitiesClient.create({
      auth: mockServices.auth({ pluginId: 'catalog' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://localhost:${port}`,
      }),
    });
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));

  it('reads all pages of one version', async () => {
    let version = 0;
    pages = query => {
      const after = query.get('after');
      // The first time it changes between two pages.
      if (!after || version === 1) version += 1;
      return after
        ? { version: `v${version}`, items: [item('b')] }
        : { version: `v${version}`, items: [item('a')], next: 1 };
    };
    expect(await client.read(undefined)).toEqual({
      version: 'v3',
      items: [item('a'), item('b')],
    });
  });

  it('tells that it has them all', async () => {
    pages = query => ({
      version: 'v1',
      unchanged: query.get('known') === 'v1',
      items: [],
    });
    expect(await client.read('v1')).toBeUndefined();
    expect(await client.read('v0')).toEqual({ version: 'v1', items: [] });
  });

  it.each([
    ['is not there', () => undefined],
    ['answers something else', () => ({ version: 'v1', items: [{}] })],
    [
      'never holds still',
      () => ({ version: String(Math.random()), items: [], next: 1 }),
    ],
  ])('rejects where the backend %s', async (_, answer) => {
    pages = answer;
    await expect(client.read('v1')).rejects.toThrow();
  });
});

describe('WakingTimer', () => {
  it('ends the next wait where it was woken before', async () => {
    const timer = WakingTimer.create();
    timer.wake();
    await timer.wait(60_000);
    const waiting = timer.wait(60_000);
    timer.wake();
    await waiting;
    const start = performance.now();
    await timer.wait(20);
    expect(performance.now() - start).toBeGreaterThan(15);
  });
});
