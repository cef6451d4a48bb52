import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { TestDatabases } from '@backstage/backend-test-utils';
import { diesAfter, type DyingDatabase } from './__testUtils__/diesAfter';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { openSharedDatabase } from './__testUtils__/openSharedDatabase';
import { promiseOf } from './__testUtils__/promiseOf';
import { eventually } from './testing/eventually';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const POINTS = 'promissory:engine:point';

/** Stops a database when the next work is claimed; fulfilled then. */
async function freezeWhenClaimed(database: DyingDatabase): Promise<void> {
  let isClaimed = false;
  const onPoint = (message: unknown) => {
    if ((message as { point: string }).point !== 'claimed' || isClaimed) return;
    isClaimed = true;
    database.freeze();
  };
  subscribe(POINTS, onPoint);
  await eventually(() => expect(isClaimed).toBe(true));
  unsubscribe(POINTS, onPoint);
}

describe.each(databases.eachSupportedId())('a pause on %p', id => {
  it('holds where it comes between a plan and its run', async () => {
    const { knex, close } = await openSharedDatabase(databases, id);
    const harness = await EngineHarness.create({ knex });
    await harness.addDestination('dev');
    await harness.addPromise(promiseOf());
    const slow = diesAfter(knex);
    const engine = await harness.createEngine({ knex: slow.knex });
    await engine.start();
    await harness.untilPromise('Available');
    const claimed = freezeWhenClaimed(slow);
    const uid = await engine.native
      .apply(await harness.order())
      .then(applied => applied.uid);
    await claimed;
    await harness.engine.native.act({
      uid,
      verb: 'pause',
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    slow.wake();
    await engine.stop();
    expect(await harness.eventTypes(uid)).not.toContain('RunStarted');
    expect(await harness.request(uid)).toMatchObject({ state: 'Paused' });
    await slow.knex.destroy();
    await harness.dispose();
    await close();
  });

  it('holds where it comes between the end of a suspension and its run', async () => {
    const { knex, close } = await openSharedDatabase(databases, id);
    const harness = await EngineHarness.create({
      knex,
      scripts: {
        configure: () => ({
          metadata: { 'workflow-control.yaml': 'retryAfter: 1s\n' },
        }),
      },
    });
    await harness.addDestination('dev');
    await harness.addPromise(promiseOf());
    const slow = diesAfter(knex);
    const engine = await harness.createEngine({ knex: slow.knex });
    await engine.start();
    await harness.untilPromise('Available');
    const uid = await engine.native
      .apply(await harness.order())
      .then(applied => applied.uid);
    await harness.untilState(uid, 'Suspended');
    await freezeWhenClaimed(slow);
    const calls = harness.runner.calls.length;
    await harness.engine.native.act({
      uid,
      verb: 'pause',
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    slow.wake();
    await engine.stop();
    expect(harness.runner.calls).toHaveLength(calls);
    expect(
      await knex('runs').where({ request_uid: uid }).pluck('state'),
    ).toEqual(['Suspended']);
    expect(await harness.request(uid)).toMatchObject({ state: 'Paused' });
    await slow.knex.destroy();
    await harness.dispose();
    await close();
  });
});
