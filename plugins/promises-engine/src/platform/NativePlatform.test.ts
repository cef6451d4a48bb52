import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  EventRow,
  RequestGenerationRow,
  WorkQueueRow,
} from '../database/rows/rows';
import { EngineHarness } from '../__testUtils__/EngineHarness';
import { promiseOf } from '../__testUtils__/promiseOf';
import type { ApplyRequestOptions, Platform } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const actor = { ref: 'user:default/alice', origin: 'ui' as const };

/** The engine is not started: nothing but the platform changes anything. */
describe.each(databases.eachSupportedId())('NativePlatform on %p', id => {
  let harness: EngineHarness;
  let platform: Platform;

  beforeEach(async () => {
    harness = await EngineHarness.create({ knex: await databases.init(id) });
    await harness.addPromise(promiseOf());
    platform = harness.engine.native;
  });

  afterEach(() => harness.dispose());

  const counts = async () => [
    await harness.count('requests'),
    await harness.count('request_generations'),
    await harness.count('events'),
  ];

  it('writes an order as rows, event, state and queue entry', async () => {
    const uid = await harness.apply({ comment: 'for the launch' });
    expect(uid).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await harness.request(uid)).toMatchObject({
      generation: 1,
      row_version: 1,
      state: 'Pending',
      state_reason: 'PromiseUnavailable',
      requested_by: 'user:default/alice',
      owner_ref: 'group:default/web',
      api_kind: 'database',
    });
    const [generation] = await harness.knex<RequestGenerationRow>(
      'request_generations',
    );
    expect(generation).toMatchObject({
      request_uid: uid,
      generation: 1,
      spec: '{"size":"small"}',
      comment: 'for the launch',
      decision: 'accepted',
    });
    expect(await harness.eventTypes(uid)).toEqual([
      'RequestCreated',
      'RequestStateChanged',
    ]);
    expect(
      await harness.knex<WorkQueueRow>('work_queue').where({ key: uid }),
    ).toEqual([expect.objectContaining({ kind: 'request' })]);
  });

  it('refuses an order beyond the limit of its namespace, however many come at once', async () => {
    const limited = await harness.createEngine({ requestsPerNamespace: 3 });
    const order = async (name: string, namespace = 'default') =>
      limited.native.apply(await harness.order({ name, namespace }));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => order(`n-${index}`)),
    );
    const refused = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? [String(outcome.reason)] : [],
    );
    expect(refused).toHaveLength(5);
    expect(new Set(refused)).toEqual(
      new Set([
        'ConflictError: Namespace default has 3 requests, and 3 is the limit (promises.limits.requestsPerNamespace): delete one that is no longer needed, or order in another namespace',
      ]),
    );
    await order('n-0', 'team-a');
    expect(await harness.count('requests')).toBe(4);
    await limited.stop();
  });

  it('raises the generation for a change of the spec only', async () => {
    const uid = await harness.apply();
    await harness.apply({ labels: { tier: 'gold' }, ifMatch: '1' });
    expect(await harness.request(uid)).toMatchObject({
      generation: 1,
      row_version: 2,
      labels: '{"tier":"gold"}',
    });
    await harness.apply({
      labels: { tier: 'gold' },
      spec: { size: 'large' },
      ifMatch: '2',
    });
    expect(await harness.request(uid)).toMatchObject({
      generation: 2,
      row_version: 3,
    });
  });

  it.each<[string, Partial<ApplyRequestOptions>]>([
    ['the same body', {}],
    ['the same body with an old etag', { ifMatch: '0' }],
    ['the same body with another comment', { comment: 'again' }],
    [
      'the same body by another person',
      { actor: { ref: 'user:default/bob', origin: 'api' } },
    ],
  ])('does nothing for %s', async (_, options) => {
    const uid = await harness.apply();
    const before = await counts();
    const result = await platform.apply(await harness.order(options));
    expect(result).toEqual({ uid, outcome: 'unchanged' });
    expect(await counts()).toEqual(before);
  });

  it.each<[string, Partial<ApplyRequestOptions>, string, string]>([
    [
      'a change without an etag',
      { spec: { size: 'large' } },
      'PreconditionFailedError',
      'send its etag in If-Match',
    ],
    [
      'a change with an old etag',
      { spec: { size: 'large' }, ifMatch: '7' },
      'PreconditionFailedError',
      'changed in the meantime',
    ],
    [
      'a new one with an etag',
      { name: 'two', ifMatch: '1' },
      'PreconditionFailedError',
      'does not exist',
    ],
    [
      'a second one of the name',
      { mustBeNew: true },
      'ConflictError',
      'exists already',
    ],
    [
      'an old revision',
      { name: 'two', promiseRevisionId: 'other' },
      'ConflictError',
      'was changed while',
    ],
  ])('refuses %s', async (_, options, name, message) => {
    await harness.apply();
    const before = await counts();
    await expect(
      platform.apply(await harness.order(options)),
    ).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
    expect(await counts()).toEqual(before);
  });

  it('refuses orders of a Promise that does not take them', async () => {
    await expect(
      platform.apply({ ...(await harness.order()), promiseName: 'other' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await harness.knex('promises').update({
      state: 'Withdrawn',
      message: 'No longer in the catalog',
    });
    await expect(harness.apply()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('takes no orders, it is Withdrawn'),
    });
  });

  it('makes one request of many orders at once', async () => {
    const order = await harness.order();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => platform.apply(order)),
    );
    expect(new Set(results.map(({ uid }) => uid)).size).toBe(1);
    expect(results.filter(r => r.outcome === 'created')).toHaveLength(1);
    expect(await harness.count('requests')).toBe(1);
  });

  it('lets one of many changes at once win', async () => {
    const uid = await harness.apply();
    const orders = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        harness.order({ spec: { size: `s${index}` }, ifMatch: '1' }),
      ),
    );
    const results = await Promise.allSettled(
      orders.map(order => platform.apply(order)),
    );
    expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(1);
    expect(await harness.request(uid)).toMatchObject({ generation: 2 });
  });

  it('deletes once, however often it is asked', async () => {
    const uid = await harness.apply();
    await expect(
      platform.delete({ uid, actor, ifMatch: '9' }),
    ).rejects.toMatchObject({ name: 'PreconditionFailedError' });
    await platform.delete({ uid, actor, ifMatch: '1' });
    const before = await counts();
    await platform.delete({ uid, actor });
    expect(await counts()).toEqual(before);
    expect(await harness.request(uid)).toMatchObject({
      state: 'Deleting',
      delete_requested_by: 'user:default/alice',
    });
    await expect(
      harness.apply({ spec: { size: 'large' } }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('is being deleted'),
    });
    await expect(
      platform.act({ uid, verb: 'reconcile', actor }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it.each([
    ['retry', 'ConflictError', 'has nothing to retry'],
    ['resume', 'ConflictError', 'neither paused nor suspended'],
    ['cancel', 'NotImplementedError', 'does not know the verb cancel'],
  ] as const)(
    'refuses %s of what was just ordered',
    async (verb, name, message) => {
      const uid = await harness.apply();
      await expect(platform.act({ uid, verb, actor })).rejects.toMatchObject({
        name,
        message: expect.stringContaining(message),
      });
    },
  );

  it('records who asked for what', async () => {
    const uid = await harness.apply();
    await platform.act({ uid, verb: 'reconcile', actor });
    expect(await harness.request(uid)).toMatchObject({
      wanted_trigger: 'reconcile',
      wanted_by: 'user:default/alice',
    });
    const event = await harness
      .knex<EventRow>('events')
      .where({ type: 'RequestActionRequested' })
      .first();
    expect(event).toMatchObject({
      actor: 'user:default/alice',
      request_uid: uid,
    });
  });

  it('knows nothing of what is not there', async () => {
    await expect(platform.delete({ uid: 'no', actor })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
