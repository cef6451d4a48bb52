import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  appendEvent,
  migrateDatabase,
} from '@promissory/plugin-promises-engine';
import { CatalogView, type CatalogViewOptions } from './CatalogView';

jest.setTimeout(60_000);

const PATIENCE = { again: 10, first: 50 };
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('CatalogView on %p', id => {
  async function viewOf(more: Partial<CatalogViewOptions> = {}) {
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
      ...more,
    });
    return { knex, view };
  }

  it('reads anew when something happened, and goes on with what it read', async () => {
    const { knex, view } = await viewOf();
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

  describe('of one request', () => {
    it('tells what was read last where a look takes long, which goes on behind that', async () => {
      const { knex, view } = await viewOf({ patience: PATIENCE });
      const [uid, other] = ['one', 'two'];
      const first = await view.readRequest(uid);
      expect(first).toMatchObject({ entities: [] });
      await knex.transaction(transaction =>
        appendEvent(transaction, { type: 'RequestCreated', payload: {} }),
      );
      let goOn = () => {};
      const held = new Promise<void>(resolve => (goOn = resolve));
      const read = view.read.bind(view);
      const looks: Array<Promise<unknown>> = [];
      jest.spyOn(view, 'read').mockImplementation(() => {
        const look = held.then(read);
        looks.push(look);
        return look;
      });
      const before = await view.readOn();
      expect(await view.readRequest(uid)).toEqual(first);
      expect(await view.readRequest(other)).toEqual(first);
      expect(await view.readOn()).toBe(before);
      goOn();
      await Promise.all(looks);
      expect(await view.readOn()).not.toBe(before);
    });

    it('does not wait for ever where nothing was read yet', async () => {
      const { view } = await viewOf({ patience: PATIENCE });
      jest.spyOn(view, 'read').mockReturnValue(new Promise(() => {}));
      expect(await view.readRequest('uid')).toBeUndefined();
    });

    it('goes on with what was read last where that fails now', async () => {
      const logger = mockServices.logger.mock();
      const { view } = await viewOf({ logger });
      const first = await view.readRequest('uid');
      jest.spyOn(view, 'read').mockRejectedValue(new Error('gone'));
      expect(await view.readRequest('uid')).toEqual(first);
      expect(logger.warn).toHaveBeenCalledWith(expect.stringMatching(/gone/));
    });
  });
});
