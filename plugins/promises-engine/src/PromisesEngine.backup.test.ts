import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { listDestinations } from './readModel/destination/listDestinations';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { startEngine } from './__testUtils__/startEngine';
import { eventually } from './testing/eventually';
import { TABLES } from './upgrade/__testUtils__/tables';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

async function dump(knex: Knex): Promise<Map<string, object[]>> {
  const rows = new Map<string, object[]>();
  for (const table of TABLES) rows.set(table, await knex(table));
  return rows;
}

async function restore(knex: Knex, rows: ReadonlyMap<string, object[]>) {
  for (const table of [...TABLES].reverse()) await knex(table).delete();
  for (const table of TABLES) {
    for (const row of rows.get(table) ?? []) await knex(table).insert(row);
  }
}

describe.each(databases.eachSupportedId())('a restored backup on %s', id => {
  let harness: EngineHarness;

  afterEach(() => harness.dispose());

  it('repairs what is its own, lists what came later, and deletes nothing', async () => {
    harness = await startEngine(await databases.init(id));
    const { knex } = harness;
    await harness.untilPromise('Available');
    const one = await harness.apply();
    await harness.untilState(one, 'Delivered');
    const older = await dump(knex);
    const before = await harness.files();

    await harness.apply({
      spec: { size: 'large' },
      ifMatch: String((await harness.request(one)).row_version),
    });
    await harness.untilState(one, 'Delivered', { delivered_generation: 2 });
    const two = await harness.apply({ name: 'two' });
    await harness.untilState(two, 'Delivered');
    const later = await harness.files();
    const added = Object.keys(later).filter(path => !(path in before));
    expect(added.length).toBeGreaterThan(0);
    await harness.engine.stop();

    await restore(knex, older);
    await knex('state_stores').update({ checked_at: null });
    harness.engine = await harness.createEngine();
    await harness.engine.start();

    const foreign = async () => {
      const [destination] = await listDestinations(knex, {
        platform: 'native',
      });
      return destination.foreignFiles;
    };
    await eventually(async () => {
      expect(await foreign()).toEqual({
        count: added.length,
        examples: [...added].sort(),
      });
      expect(await harness.files()).toEqual({ ...later, ...before });
    }, 20_000);
    await harness.untilState(one, 'Delivered', { generation: 1 });

    const again = await harness.apply({ name: 'two' });
    await harness.untilState(again, 'Delivered');
    await knex('state_stores').update({ checked_at: null });
    await harness.engine.sweep();
    await eventually(
      async () => expect(await foreign()).toBeUndefined(),
      20_000,
    );
  });
});
