import { TestDatabases } from '@backstage/backend-test-utils';
import { keepStatements } from './keepStatements';

jest.setTimeout(60_000);

describe('keepStatements', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  it.each(databases.eachSupportedId())(
    'changes nothing of what queries answer, also where tables change between them, on %s',
    async id => {
      const knex = await databases.init(id);
      await keepStatements(knex);
      await knex.schema.createTable('things', table => {
        table.string('name');
      });
      const insert = (name: string) => knex('things').insert({ name });
      await insert('a');
      await insert('b');
      const all = () => knex('things').orderBy('name');
      expect(await all()).toEqual([{ name: 'a' }, { name: 'b' }]);

      await knex.schema.alterTable('things', table => {
        table.integer('size').defaultTo(1);
      });
      expect(await all()).toEqual([
        { name: 'a', size: 1 },
        { name: 'b', size: 1 },
      ]);

      const failing = knex.transaction(async transaction => {
        await transaction('things').insert({ name: 'c' });
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      const wrong = () =>
        knex('things')
          .insert({ none: 1 })
          .then(() => 'taken', String);
      expect(await wrong()).toContain('none');
      expect(await wrong()).toContain('none');
      expect(await all()).toHaveLength(2);
    },
  );

  it('compiles a statement once', async () => {
    const knex = await databases.init('SQLITE_3');
    const connection = await knex.client.acquireConnection();
    await knex.client.releaseConnection(connection);
    const spy = jest.spyOn(Object.getPrototypeOf(connection), 'prepare');
    try {
      await keepStatements(knex);
      await keepStatements(knex);
      for (const value of [1, 2, 3]) {
        expect(await knex.select(knex.raw('? as value', [value]))).toEqual([
          { value },
        ]);
      }
      expect(spy).toHaveBeenCalledTimes(1);
    } finally {
      spy.mockRestore();
    }
  });
});
