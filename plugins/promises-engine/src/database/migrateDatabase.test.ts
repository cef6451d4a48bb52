import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { migrateDatabase } from './migrateDatabase';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@promissory/plugin-promises-engine',
  'migrations',
);

async function listTables(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> = isPostgres(knex)
    ? await knex('information_schema.tables')
        .select({ name: 'table_name' })
        .where('table_schema', knex.raw('current_schema()'))
    : await knex('sqlite_master').select('name').where('type', 'table');
  return rows
    .map(row => row.name)
    .filter(name => !/^(knex_|sqlite_)/.test(name))
    .sort();
}

describe('migrateDatabase', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  it.each(databases.eachSupportedId())(
    'goes up, does nothing the second time, and down to nothing, on %s',
    async id => {
      const knex = await databases.init(id);
      await migrateDatabase(knex);
      await migrateDatabase(knex);
      expect(await listTables(knex)).toEqual([
        'batches',
        'catalog_claims',
        'definitions',
        'destinations',
        'events',
        'placements',
        'platforms',
        'promise_revisions',
        'promises',
        'request_generations',
        'requests',
        'runs',
        'state_stores',
        'step_logs',
        'steps',
        // Postgres has a sequence of that name.
        ...(isPostgres(knex) ? [] : ['work_epoch']),
        'work_queue',
        'work_workloads',
        'workloads',
        'works',
      ]);
      expect(await knex('platforms').pluck('name')).toEqual(['native']);

      await knex.migrate.rollback({ directory }, true);
      expect(await listTables(knex)).toEqual([]);

      await migrateDatabase(knex);
      expect(await knex('platforms').pluck('name')).toEqual(['native']);
    },
  );

  it.each(databases.eachSupportedId())(
    'goes on where a process died in the middle, on %s',
    async id => {
      const knex = await databases.init(id);
      await knex.migrate.rollback({ directory }, true);
      await knex('knex_migrations_lock').update({ is_locked: 1 });
      await migrateDatabase(knex);
      expect(await knex('platforms').pluck('name')).toEqual(['native']);
    },
  );

  it.each(databases.eachSupportedId())(
    'starts beside the next release, on %s',
    async id => {
      const knex = await databases.init(id);
      await migrateDatabase(knex);
      await knex('knex_migrations').insert({
        name: '20990101000000_later.js',
        batch: 99,
        migration_time: new Date(),
      });
      await migrateDatabase(knex);
      expect(await knex('platforms').pluck('name')).toEqual(['native']);
    },
  );

  it('lets replicas start at the same time', async () => {
    if (!databases.supports('POSTGRES_15')) return;
    const knex = await databases.init('POSTGRES_15');
    const others = [1, 2, 3].map(() => createKnex(knex.client.config));
    try {
      await Promise.all([knex, ...others].map(migrateDatabase));
      expect(await knex('platforms').pluck('name')).toEqual(['native']);
    } finally {
      await Promise.all(others.map(other => other.destroy()));
    }
  });

  it.each(databases.eachSupportedId())(
    'lets one Promise at a time hold a name and an API, on %s',
    async id => {
      const knex = await databases.init(id);
      await migrateDatabase(knex);
      const row = (fields: object) => ({
        platform: 'native',
        name: 'redis',
        api_group: 'demo.io',
        api_kind: 'Redis',
        required_promises: '[]',
        state: 'Available',
        reason: '',
        message: '',
        card: '{}',
        findings: '[]',
        created_at: '2026-01-01T00:00:00.000Z',
        updated_at: '2026-01-01T00:00:00.000Z',
        ...fields,
      });
      await knex('promises').insert(
        row({ id: '1', entity_ref: 'promise:a/redis', holds_name: true }),
      );
      await knex('promises').insert(
        row({ id: '2', entity_ref: 'promise:b/redis', holds_name: false }),
      );
      await expect(
        knex('promises').where('id', '2').update({ holds_name: true }),
      ).rejects.toMatchObject({
        message: expect.stringMatching(/unique/i),
      });
      await expect(
        knex('promises')
          .where('id', '2')
          .update({ holds_name: true, name: 'other' }),
      ).rejects.toMatchObject({
        message: expect.stringMatching(/unique/i),
      });
    },
  );
});
