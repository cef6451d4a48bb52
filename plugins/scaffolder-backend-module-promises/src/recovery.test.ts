import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { disconnect } from './__testUtils__/disconnect';
import { readJsonHere } from './__testUtils__/readJsonHere';
import { startPromises } from './__testUtils__/startPromises';
import { startProxy } from './__testUtils__/startProxy';
import { startScaffolder } from './__testUtils__/startScaffolder';
import { testDatabase } from './__testUtils__/testDatabase';

jest.setTimeout(180_000);

/** The scaffolder looks for stale tasks every ten seconds. */
const RECOVERED_MS = 60_000;

describe('a scaffolder that dies in the middle of a step', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;
  let directory: string;

  beforeAll(async () => {
    readJsonHere();
    directory = await mkdtemp(join(tmpdir(), 'promissory-test-'));
    promises = await startPromises();
  });
  afterAll(async () => {
    await promises?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const find = async (name: string) => {
    const { items } = await promises.client.listRequests(
      { search: name, deleted: true },
      promises.as('alice'),
    );
    return items;
  };
  const put = async (name: string, spec: JsonObject) => {
    const [existing] = await find(name);
    return promises.client.putRequest(
      {
        promise: 'db',
        namespace: 'default',
        name,
        body: { spec },
        ifMatch: existing?.etag,
      },
      promises.as('alice'),
    );
  };

  /**
   * Runs steps in a scaffolder that dies as soon as the promises backend has done what the first PUT or DELETE asked for,
   * before the scaffolder knows; then starts another one on the same database. `meanwhile` is what people do in between.
   */
  async function dieAndRecover(
    name: string,
    steps: readonly JsonObject[],
    meanwhile: () => Promise<unknown> = async () => {},
  ) {
    const file = join(directory, `${name}.sqlite`);
    const firstKnex = testDatabase(file);
    let die: () => void = () => {};
    const dead = new Promise<void>(resolve => {
      die = resolve;
    });
    const proxy = await startProxy(promises.url, async ({ method }) => {
      if (method !== 'PUT' && method !== 'DELETE') return 'pass';
      disconnect(firstKnex);
      die();
      return 'swallow';
    });
    const first = await startScaffolder({
      promisesUrl: proxy.url,
      knex: firstKnex,
    });
    const taskId = await first.start('alice', steps);
    await dead;
    await proxy.stop();
    await first.stop();
    await meanwhile();
    const knex = testDatabase(file);
    const second = await startScaffolder({ promisesUrl: promises.url, knex });
    try {
      return await second.finished('alice', taskId, RECOVERED_MS);
    } finally {
      await second.stop();
      disconnect(knex);
    }
  }

  it('has placed one order', async () => {
    const { status } = await dieAndRecover('once', [
      {
        id: 'order',
        action: 'promise:request',
        input: {
          promise: 'db',
          name: 'once',
          spec: { size: 'small' },
          wait: 'delivered',
        },
      },
    ]);
    expect(status).toBe('completed');
    const found = await find('once');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      generation: 1,
      state: { name: 'Delivered' },
    });
  });

  it('leaves what somebody has changed since', async () => {
    const { status } = await dieAndRecover(
      'changed',
      [
        {
          id: 'order',
          action: 'promise:request',
          input: { promise: 'db', name: 'changed', spec: { size: 'small' } },
        },
      ],
      () => put('changed', { size: 'large', replicas: 4 }),
    );
    expect(status).toBe('completed');
    const found = await find('changed');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      generation: 2,
      spec: { size: 'large', replicas: 4 },
    });
  });

  it('makes a change once, and a later one stands', async () => {
    await put('updated', { size: 'small' });
    const { status } = await dieAndRecover(
      'updated',
      [
        {
          id: 'grow',
          action: 'promise:update',
          input: { promise: 'db', name: 'updated', spec: { replicas: 2 } },
        },
      ],
      () => put('updated', { size: 'small', replicas: 5 }),
    );
    expect(status).toBe('completed');
    expect((await find('updated'))[0]).toMatchObject({
      generation: 3,
      spec: { size: 'small', replicas: 5 },
    });
  });

  it('deletes what it found first, and not what has its name later', async () => {
    const { uid } = await put('removed', { size: 'small' });
    const { status } = await dieAndRecover(
      'removed',
      [
        {
          id: 'remove',
          action: 'promise:delete',
          input: { promise: 'db', name: 'removed' },
        },
      ],
      async () => {
        for (;;) {
          const [request] = await find('removed');
          if (request.state.name === 'Deleted') break;
        }
        await promises.client.putRequest(
          {
            promise: 'db',
            namespace: 'default',
            name: 'removed',
            body: { spec: { size: 'large' } },
          },
          promises.as('alice'),
        );
      },
    );
    expect(status).toBe('completed');
    const found = await find('removed');
    expect(
      found.map(request => [request.uid === uid, request.state.name]),
    ).toEqual(expect.arrayContaining([[true, 'Deleted']]));
    const later = found.find(request => request.uid !== uid);
    expect(later?.state.name).not.toMatch(/^Delet/);
  });
});
