import { TestDatabases } from '@backstage/backend-test-utils';
import type { Condition } from '@promissory/plugin-promises-common';
import type {
  PlacementRow,
  StateStoreRow,
  WorkQueueRow,
} from './database/rows/rows';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import { startEngine } from './__testUtils__/startEngine';
import { promiseOf } from './__testUtils__/promiseOf';
import { readQueueHealth } from './health';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('work set aside on %p', id => {
  let harness: EngineHarness;
  let uid: string;
  const actor = { ref: 'user:default/alice', origin: 'ui' } as const;

  beforeEach(async () => {
    harness = await startEngine(await databases.init(id));
    await harness.untilPromise('Available');
    uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
  });
  afterEach(() => harness.dispose());

  /** The next failure of work is its last before it is set aside. */
  async function poison(key: string, kind = 'request') {
    const at = new Date().toISOString();
    await harness
      .knex<WorkQueueRow>('work_queue')
      .insert({
        kind,
        key,
        run_at: at,
        epoch: 0,
        again: false,
        attempts: 19,
        enqueued_at: at,
      })
      .onConflict(['kind', 'key'])
      .merge(['run_at', 'attempts']);
  }

  async function breakDestination(spec: string) {
    await harness.knex('destinations').update({ labels: spec });
  }

  it('is Degraded with the reason where an earlier generation stands, goes on when it is retried, and hinders nobody', async () => {
    await breakDestination('{');
    await poison(uid);
    const row = await harness.untilState(uid, 'Degraded');
    expect(row.state_reason).toBe('SetAside');
    expect(row.state_message).toMatch(
      /^Working on it failed 20 times in a row, so it is set aside until somebody retries it: .*JSON.*Generation 1 is what stands$/,
    );
    expect((await readQueueHealth(harness.knex)).setAside).toMatchObject([
      {
        kind: 'request',
        key: uid,
        name: 'database default/one',
        attempts: 20,
        lastError: expect.stringContaining('JSON'),
        since: expect.any(String),
      },
    ]);

    await breakDestination('{}');
    const other = await harness.apply({ name: 'two' });
    await harness.untilState(other, 'Delivered');
    expect(await harness.request(uid)).toMatchObject({ state: 'Degraded' });

    await harness.engine.native.act({ uid, verb: 'retry', actor });
    await harness.untilState(uid, 'Delivered');
    expect((await readQueueHealth(harness.knex)).setAside).toEqual([]);
  });

  it('says so of a request that was never delivered and of one that is being deleted, in its conditions too', async () => {
    await harness.knex('requests').update({ delivered_generation: null });
    // What makes work fail, and not what its state is derived from.
    await harness.knex('work_queue').where({ key: uid }).delete();
    await harness.knex<WorkQueueRow>('work_queue').insert({
      kind: 'request',
      key: uid,
      run_at: new Date(Date.now() + 3_600_000).toISOString(),
      lease_owner: 'gone',
      lease_until: new Date(Date.now() - 1_000).toISOString(),
      epoch: 1,
      again: false,
      attempts: 0,
      abandoned: 9,
      enqueued_at: new Date().toISOString(),
    });
    await harness.engine.sweep();
    const failed = await harness.untilState(uid, 'Failed');
    expect(failed.state_reason).toBe('SetAside');
    expect(failed.state_message).toContain('ended 10 times in a row');
    const conditions: Condition[] = JSON.parse(failed.conditions);
    expect(conditions.find(({ type }) => type === 'Reconciled')).toMatchObject({
      status: 'False',
      reason: 'SetAside',
    });

    await harness.engine.native.delete({ uid, actor });
    await harness.untilState(uid, 'Deleted');
  });

  it('of a request goes on when its Promise has another definition', async () => {
    await breakDestination('{');
    await poison(uid);
    await harness.untilState(uid, 'Degraded');
    await breakDestination('{}');
    await harness.addPromise(promiseOf({ configure: ['configure', 'more'] }));
    const row = await harness.untilState(uid, 'Delivered');
    expect(row.state_reason).toBe('Reconciled');
  });

  it('of a state store is told on the store, and on what waits for it', async () => {
    const whole = await harness
      .knex<PlacementRow>('placements')
      .first('desired');
    await harness.knex<PlacementRow>('placements').update({ desired: '{' });
    await harness
      .knex<StateStoreRow>('state_stores')
      .update({ checked_at: null });
    await poison('native/GitStateStore/default', 'deliver');
    await harness.engine.sweep();
    await eventually(
      async () =>
        expect(
          await harness.knex<StateStoreRow>('state_stores').first(),
        ).toMatchObject({
          state: 'NotReady',
          reason: 'SetAside',
          message: expect.stringMatching(
            /^GitStateStore\/default: working on it failed 20 times in a row, so it is tried once an hour only: /,
          ),
        }),
      20_000,
    );
    const waiting = await harness.apply({ name: 'two' });
    await harness.untilState(waiting, 'Delivering');

    await harness
      .knex<PlacementRow>('placements')
      .where({ request_uid: uid })
      .update(whole!);
    await harness
      .knex<WorkQueueRow>('work_queue')
      .where({ kind: 'deliver' })
      .update({ run_at: new Date().toISOString() });
    await harness.engine.sweep();
    await harness.untilState(waiting, 'Delivered');
    expect(
      await harness
        .knex<WorkQueueRow>('work_queue')
        .whereNotNull('set_aside_at'),
    ).toEqual([]);
  });
});
