import type { AddressInfo } from 'node:net';
import {
  PromisesClient,
  type PromisesEvent,
} from '@promissory/plugin-promises-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startPromises, until } from '../__testUtils__/startPromises';

jest.setTimeout(60_000);

describe('live events over HTTP', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let client: PromisesClient;
  beforeAll(async () => {
    promises = await startPromises();
    await promises.publishExample();
    const { port } = promises.backend.server.address() as AddressInfo;
    client = new PromisesClient({
      discoveryApi: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      },
      fetchApi: { fetch },
    });
  });

  const token = mockCredentials.user.token('user:default/alice');

  it('tells an order from its first event to its delivery, and its log to who asks', async () => {
    const stop = new AbortController();
    const told: PromisesEvent[] = [];
    let open = false;
    const done = client.streamEvents({
      token,
      topics: ['requests', 'logs'],
      signal: stop.signal,
      onEvent: event => told.push(event),
      onConnectionState: state => {
        open ||= state === 'open';
      },
    });
    await until(() => open);
    const request = await client.putRequest(
      {
        promise: 'db',
        namespace: 'default',
        name: 'live',
        body: { spec: { size: 'small' } },
      },
      { token },
    );
    await until(() =>
      told.some(
        each =>
          each.type === 'RequestStateChanged' &&
          JSON.stringify(each.payload).includes('Delivered'),
      ),
    );
    stop.abort();
    await done;
    const types = told.map(each => each.type);
    expect(types[0]).toBe('RequestCreated');
    expect(types).toEqual(
      expect.arrayContaining([
        'RunStarted',
        'StepStarted',
        'StepLogged',
        'StepFinished',
        'RunFinished',
        'PlacementWritten',
      ]),
    );
    const positions = told.map(each => BigInt(each.position));
    expect(positions).toEqual([...positions].sort((a, b) => Number(a - b)));
    expect(new Set(told.map(each => each.requestUid))).toEqual(
      new Set([request.uid]),
    );

    const page = await client.listRequestEvents(
      request.uid,
      { limit: 1000 },
      { token },
    );
    expect(page.items.map(each => each.position)).toEqual(
      told.map(each => each.position),
    );
    expect(page).toMatchObject({ reset: false });
  });

  it('reads a page of the whole log, and goes on from where it ended', async () => {
    const first = await client.listEvents({ limit: 2 }, { token });
    expect(first.items).toHaveLength(2);
    const second = await client.listEvents(
      { limit: 2, after: first.next },
      { token },
    );
    expect(BigInt(second.items[0].position)).toBeGreaterThan(
      BigInt(first.items[1].position),
    );
    const beyond = await client.listEvents({ after: '999999999' }, { token });
    expect(beyond).toMatchObject({ items: [], reset: true });
  });

  it('answers through the client what the routes answer', async () => {
    const { items } = await client.listRequests({ search: 'live' }, { token });
    const detail = await client.getRequest(items[0].uid, { token });
    const [file] = await client.listRequestFiles(detail.uid, { token });
    const bytes = await client.getRequestFile(detail.uid, file.sha256, {
      token,
    });
    expect(Buffer.from(bytes).toString()).toContain('name: live');
    await expect(client.getPromise('none', { token })).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('ends open streams when the backend stops', async () => {
    const states: string[] = [];
    const stop = new AbortController();
    const done = client.streamEvents({
      token,
      signal: stop.signal,
      onEvent: () => {},
      onConnectionState: state => states.push(state),
    });
    await until(() => states.includes('open'));
    const start = performance.now();
    await promises.stop();
    expect(performance.now() - start).toBeLessThan(5_000);
    await until(() => states.includes('reconnecting'));
    stop.abort();
    await done;
  });
});
