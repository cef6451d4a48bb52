import { TestDatabases } from '@backstage/backend-test-utils';
import { startEngine } from '../__testUtils__/startEngine';
import type { EngineHarness } from '../__testUtils__/EngineHarness';
import { readEngineGauges } from './readEngineGauges';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const ago = (seconds: number) =>
  new Date(Date.now() - seconds * 1_000).toISOString();

describe.each(databases.eachSupportedId())('readEngineGauges on %s', id => {
  let harness: EngineHarness;
  afterEach(() => harness.dispose());

  it('counts what there is, and tells how long what waits has waited', async () => {
    const knex = await databases.init(id);
    harness = await startEngine(knex);
    await harness.untilPromise('Available');
    await harness.untilState(await harness.apply(), 'Delivered');
    await harness.engine.stop();
    await knex('work_queue').delete();
    const entry = { epoch: 0, again: false, enqueued_at: ago(0) };
    await knex('work_queue').insert([
      { ...entry, kind: 'request', key: 'due', run_at: ago(90), attempts: 0 },
      {
        ...entry,
        kind: 'request',
        key: 'later',
        run_at: ago(-90),
        attempts: 0,
      },
      {
        ...entry,
        kind: 'promise',
        key: 'aside',
        run_at: ago(900),
        attempts: 20,
        set_aside_at: ago(5),
      },
      {
        ...entry,
        kind: 'deliver',
        key: 'held',
        run_at: ago(900),
        attempts: 0,
        lease_owner: 'me',
        lease_until: ago(-5),
      },
    ]);
    const [{ newest }] = await knex('events').max({ newest: 'position' });
    const gauges = await readEngineGauges(knex, {
      platform: 'native',
      position: String(newest),
    });
    expect(gauges).toMatchObject({
      requests: { Delivered: 1 },
      stateStores: { Ready: 1 },
      openPlacements: {},
      eventLagSeconds: 0,
    });
    const queue = [...gauges.queue].sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(
      queue.map(({ kind, depth, oldestSeconds, setAside }) => [
        kind,
        depth,
        Math.round(oldestSeconds / 10) * 10,
        setAside,
      ]),
    ).toEqual([
      ['deliver', 1, 0, 0],
      ['promise', 1, 0, 1],
      ['request', 2, 90, 0],
    ]);
  });

  it('tells how far the log is ahead, and counts nothing of another platform', async () => {
    const knex = await databases.init(id);
    harness = await startEngine(knex);
    await harness.untilPromise('Available');
    await harness.engine.stop();
    await knex('events').update({ at: ago(60) });
    const gauges = await readEngineGauges(knex, {
      platform: 'elsewhere',
      position: '0',
    });
    expect(gauges).toMatchObject({ requests: {}, stateStores: {} });
    expect(Math.round(gauges.eventLagSeconds / 10)).toBe(6);
  });
});
