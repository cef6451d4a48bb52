import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  appendEvent,
  migrateDatabase,
} from '@promissory/plugin-promises-engine';
import { CatalogView } from './CatalogView';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('CatalogView on %p', id => {
  it('reads anew when something happened, and goes on with what it read', async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    const view = CatalogView.create({
      knex,
      platform: 'native',
      foreign: { find: async () => new Map() },
      requestEntities: true,
      deliveredEntities: true,
      requestUrl: () => undefined,
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    });
    const first = await view.readOn();
    expect(first.items).toEqual([]);
    await knex.transaction(transaction =>
      appendEvent(transaction, { type: 'RequestCreated', payload: {} }),
    );
    expect(await view.readOn()).toBe(first);
    const second = await view.read();
    expect(second).not.toBe(first);
    expect(await view.readOn()).toBe(second);
  });
});
