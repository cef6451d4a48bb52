import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  destinationReadPermission,
  promiseReadPermission,
  PromisesClient,
  requestReadPermission,
  type PromisesEvent,
} from '@promissory/plugin-promises-common';
import {
  appendEvent,
  EventTail,
  migrateDatabase,
  runInTransaction,
  SignalReceiver,
  type NewEvent,
} from '@promissory/plugin-promises-engine';
import {
  createRequestConditionalDecision,
  requestConditions,
} from '@promissory/plugin-promises-node';
import express from 'express';
import type { Knex } from 'knex';
import { createTestAuthorizer } from '../__testUtils__/createTestAuthorizer';
import { eventPermissions } from './eventRights';
import { EventStreams } from './EventStreams';
import { parseTopics } from './EventTopics';

jest.setTimeout(60_000);

const UID = '01JAAAAAAAAAAAAAAAAAAAAAAA';
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const webOnly: PolicyDecision = createRequestConditionalDecision(
  requestReadPermission,
  requestConditions.isOwner({ claims: ['group:default/web'] }),
);

const requestEvent = (n: number, more: Partial<NewEvent> = {}): NewEvent => ({
  type: 'RequestStateChanged',
  promiseName: 'db',
  requestUid: UID,
  namespace: 'default',
  ownerRef: 'group:default/web',
  requestedBy: 'user:default/alice',
  payload: { n },
  ...more,
});

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('EventStreams on %p', id => {
  const closers: Array<() => unknown> = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  async function setUp(
    options: {
      heartbeatMs?: number;
      bufferBytes?: number;
      stuckMs?: number;
      expiresInMs?: number;
      onRequests?: PolicyDecision;
      pollIntervalMs?: number;
    } = {},
  ) {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    const logger = mockServices.logger.mock();
    const signals = SignalReceiver.create({ knex, logger });
    await signals.start();
    const tail = EventTail.create({
      knex,
      signals,
      logger,
      pollIntervalMs: options.pollIntervalMs,
    });
    await tail.start();
    const streams = EventStreams.create({
      knex,
      tail,
      heartbeatMs: options.heartbeatMs ?? 15_000,
      bufferBytes: options.bufferBytes ?? 1_000_000,
      stuckMs: options.stuckMs,
      logger,
      maximumMs: 3_600_000,
    });
    const authorizer = createTestAuthorizer({
      [requestReadPermission.name]: options.onRequests ?? allow,
      [promiseReadPermission.name]: allow,
      [destinationReadPermission.name]: allow,
    });
    const app = express();
    app.get('/v1/events', async (request, response) => {
      const lastEventId = request.headers['last-event-id'];
      await streams.open({
        response,
        rights: await authorizer.decide(
          mockCredentials.user(),
          eventPermissions,
        ),
        topics: parseTopics(request.query.topics as string | undefined),
        after: lastEventId === undefined ? undefined : String(lastEventId),
        expiresAt: options.expiresInMs
          ? new Date(Date.now() + options.expiresInMs)
          : undefined,
        now: new Date(),
      });
    });
    const server = app.listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    closers.push(
      () => signals.stop(),
      () => tail.stop(),
      () => server.closeAllConnections(),
      () => server.close(),
      () => streams.close(),
    );
    return { knex, tail, streams, url: `http://127.0.0.1:${port}` };
  }

  async function append(knex: Knex, ...list: readonly NewEvent[]) {
    for (const event of list) {
      await runInTransaction(knex, trx => appendEvent(trx, event));
    }
  }

  /** Waits for the tail: what it has not passed yet is told to a viewer that opens now. */
  async function passed(knex: Knex, tail: EventTail) {
    const newest = (await knex('events').max({ m: 'position' }).first())?.m;
    await until(() => tail.position === String(newest));
  }

  function follow(
    url: string,
    options: { after?: string; topics?: string[] } = {},
  ) {
    const told: PromisesEvent[] = [];
    const states: string[] = [];
    let resets = 0;
    const stop = new AbortController();
    const client = new PromisesClient({
      discoveryApi: { getBaseUrl: async () => url },
      fetchApi: { fetch },
    });
    const done = client.streamEvents({
      ...options,
      signal: stop.signal,
      onEvent: event => told.push(event),
      onReset: () => {
        resets += 1;
      },
      onConnectionState: state => states.push(state),
    });
    closers.push(async () => {
      stop.abort();
      await done;
    });
    return {
      told,
      states,
      resets: () => resets,
      numbers: () => told.map(e => e.payload.n),
    };
  }

  async function until(condition: () => boolean) {
    const end = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > end) throw new Error('It did not happen in 10 seconds');
      await sleep(5);
    }
  }

  it('tells what happens, in order, and hides owner and requester', async () => {
    const { knex, tail, url, streams } = await setUp();
    await append(knex, requestEvent(0));
    await passed(knex, tail);
    const viewer = follow(url);
    await until(() => streams.size === 1);
    await append(knex, requestEvent(1), requestEvent(2));
    await until(() => viewer.told.length === 2);
    expect(viewer.numbers()).toEqual([1, 2]);
    expect(viewer.told[0]).toEqual({
      position: expect.any(String),
      type: 'RequestStateChanged',
      version: 1,
      at: expect.any(String),
      promise: 'db',
      requestUid: UID,
      namespace: 'default',
      payload: { n: 1 },
    });
  });

  it('resumes without a gap and without a repetition while events are written', async () => {
    const { knex, url, tail, streams } = await setUp();
    await append(knex, requestEvent(0));
    const start = (await knex('events').max({ m: 'position' }).first())?.m;
    const writer = (async () => {
      for (let n = 1; n <= 60; n += 1) await append(knex, requestEvent(n));
    })();
    await sleep(20);
    const viewers = Array.from({ length: 5 }, () =>
      follow(url, { after: String(start) }),
    );
    await writer;
    await until(() => viewers.every(each => each.told.length >= 60));
    for (const viewer of viewers) {
      expect(viewer.numbers()).toEqual(
        Array.from({ length: 60 }, (_, i) => i + 1),
      );
    }
    expect(streams.size).toBe(5);
    await passed(knex, tail);
    expect(tail.position).toBe(viewers[0].told.at(-1)?.position);
  });

  it('tells of a reset where the cursor is older than what is kept', async () => {
    const { knex, url } = await setUp();
    await append(knex, requestEvent(1), requestEvent(2), requestEvent(3));
    const positions = await knex('events')
      .orderBy('position')
      .pluck('position');
    await knex('events').where('position', '<=', positions[1]).delete();
    const viewer = follow(url, { after: String(positions[0]) });
    await until(() => viewer.resets() === 1);
    await append(knex, requestEvent(4));
    await until(() => viewer.told.length === 1);
    expect(viewer.numbers()).toEqual([4]);
  });

  it('keeps to topics, and logs to those who ask for them', async () => {
    const { knex, url, streams } = await setUp();
    const all = follow(url);
    const logs = follow(url, { topics: ['logs'] });
    const one = follow(url, { topics: [`request:${UID}`] });
    const destinations = follow(url, { topics: ['destinations'] });
    await until(() => streams.size === 4);
    await append(
      knex,
      requestEvent(1, { type: 'StepLogged' }),
      requestEvent(2),
      { type: 'DestinationChanged', destination: 'd', payload: { n: 3 } },
      requestEvent(4, { requestUid: UID.replaceAll('A', 'B') }),
    );
    await until(() => all.told.length === 3);
    expect(all.numbers()).toEqual([2, 3, 4]);
    await until(
      () =>
        one.told.length === 2 &&
        logs.told.length === 1 &&
        destinations.told.length === 1,
    );
    expect(logs.numbers()).toEqual([1]);
    expect(one.numbers()).toEqual([1, 2]);
    expect(destinations.numbers()).toEqual([3]);
  });

  it('tells only what the viewer may read, live and from the past', async () => {
    const { knex, url, streams } = await setUp({ onRequests: webOnly });
    await append(knex, requestEvent(0));
    const [start] = await knex('events').pluck('position');
    const other = { ownerRef: 'group:default/other' };
    await append(knex, requestEvent(1, other), requestEvent(2));
    const viewer = follow(url, { after: String(start) });
    await until(() => streams.size === 1 && viewer.told.length === 1);
    await append(knex, requestEvent(3, other), requestEvent(4));
    await until(() => viewer.told.length === 2);
    expect(viewer.numbers()).toEqual([2, 4]);
  });

  it('ends with the token, and the viewer comes back without losing anything', async () => {
    const { knex, url } = await setUp({ expiresInMs: 150 });
    const viewer = follow(url);
    const opened = () => viewer.states.filter(each => each === 'open').length;
    await until(() => opened() === 1);
    const end = Date.now() + 20_000;
    let count = 0;
    while ((count < 40 || opened() <= 2) && Date.now() < end) {
      count += 1;
      await append(knex, requestEvent(count));
      await sleep(15);
    }
    await until(() => viewer.told.length >= count);
    expect(viewer.numbers()).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    );
    expect(opened()).toBeGreaterThan(2);
  });

  it('asks the database nothing for viewers that wait', async () => {
    const { knex, url, streams } = await setUp({
      heartbeatMs: 20,
      pollIntervalMs: 60_000,
    });
    Array.from({ length: 20 }, () => follow(url));
    await until(() => streams.size === 20);
    let queries = 0;
    knex.on('query', () => {
      queries += 1;
    });
    await sleep(500);
    expect(queries).toBe(0);
  });

  it('keeps what waits for slow viewers bounded, and loses nothing', async () => {
    const { knex, url, streams } = await setUp({ bufferBytes: 50_000 });
    const reader = follow(url);
    await until(() => streams.size === 1);
    const text = 'x'.repeat(20_000);
    const count = 300;
    for (let n = 0; n < count; n += 1) {
      await append(knex, requestEvent(n, { payload: { n, text } }));
    }
    await until(() => reader.told.length === count);
    expect(reader.numbers()).toEqual(
      Array.from({ length: count }, (_, i) => i),
    );
    expect(reader.states).toEqual(['connecting', 'open']);
  });

  it('cuts a viewer that takes nothing, and no other', async () => {
    const { knex, url, streams } = await setUp({
      bufferBytes: 100_000,
      stuckMs: 2_000,
    });
    const reader = follow(url);
    const stuck = new AbortController();
    const response = await fetch(`${url}/v1/events`, { signal: stuck.signal });
    closers.push(() => stuck.abort());
    expect(response.headers.get('cache-control')).toBe(
      'no-cache, no-transform',
    );
    await until(() => streams.size === 2);
    const text = 'x'.repeat(100_000);
    let n = 0;
    while (streams.size === 2 && n < 400) {
      await append(knex, requestEvent(n, { payload: { n, text } }));
      n += 1;
      await sleep(1);
    }
    await until(() => streams.size === 1 && reader.told.length === n);
    expect(reader.states).toEqual(['connecting', 'open']);
  });

  it('ends all streams and refuses new ones when it closes', async () => {
    const { url, streams } = await setUp();
    const response = await fetch(`${url}/v1/events`);
    await until(() => streams.size === 1);
    streams.close();
    await expect(response.text()).resolves.toContain('event: position');
    expect(streams.size).toBe(0);
    await expect(
      streams.open({
        response: undefined as never,
        rights: undefined as never,
        topics: [],
        after: undefined,
        expiresAt: undefined,
        now: new Date(),
      }),
    ).rejects.toThrow('shutting down');
  });
});
