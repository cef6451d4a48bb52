import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  childDocument,
  findLive,
  startCompound,
} from './__testUtils__/CompoundHarness';
import type { EngineHarness } from './__testUtils__/EngineHarness';
import { isPostgres } from './database/isPostgres';
import type { RequestRow } from './database/rows/rows';
import { eventually } from './testing/eventually';

const PARENTS = 20;
const PATIENCE = 240_000;

jest.setTimeout(PATIENCE + 30_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('many children on %p', id => {
  let harness: EngineHarness;

  afterEach(() => harness.dispose());

  it('keeps many parents and their children going at once, and deletes all of them, without a deadlock', async () => {
    const knex = await databases.init(id);
    const started = await startCompound({
      knex,
      engine: { concurrency: 8 },
      scripts: {
        service: ({ object }) => {
          const { name } = object.metadata as { name: string };
          return {
            output: Object.fromEntries(
              ['a', 'b', 'c', 'd', 'e'].map(part => [
                `${part}.yaml`,
                childDocument('database', `${name}-${part}`),
              ]),
            ),
          };
        },
      },
    });
    harness = started.harness;
    await harness.untilPromise('Available', 'service');
    await harness.untilPromise('Available', 'database');
    const names = Array.from({ length: PARENTS }, (_, at) => `parent-${at}`);
    const uids = await Promise.all(
      names.map(name => harness.apply({ promiseName: 'service', name })),
    );
    const countIn = async (state: string) => {
      const [row] = await knex<RequestRow>('requests')
        .where({ state })
        .count({ count: '*' });
      return Number(row.count);
    };
    await eventually(async () => {
      expect(await countIn('Delivered')).toBe(PARENTS * 6);
    }, PATIENCE / 2);
    expect(await findLive(harness, 'database', 'parent-7-e')).toMatchObject({
      parent_uid: uids[7],
    });
    await Promise.all(
      uids.map(uid =>
        harness.engine.native.delete({
          uid,
          actor: { ref: 'user:default/alice', origin: 'ui' },
        }),
      ),
    );
    await eventually(async () => {
      expect(await countIn('Deleted')).toBe(PARENTS * 6);
    }, PATIENCE / 2);
    expect(
      await knex('work_queue').whereNotNull('last_error').pluck('last_error'),
    ).toEqual([]);
    expect(await countDeadlocks(knex)).toBe(0);
  });
});

/** SQLite has one connection, which waits for nobody. */
async function countDeadlocks(knex: Knex): Promise<number> {
  if (!isPostgres(knex)) return 0;
  const { rows } = await knex.raw(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return Number(rows[0].deadlocks);
}
