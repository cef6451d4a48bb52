import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { DeliveryHarness } from './__testUtils__/DeliveryHarness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'Delivery of several replicas on %p',
  databaseId => {
    let harness: DeliveryHarness;
    beforeEach(async () => {
      harness = await DeliveryHarness.create(await databases.init(databaseId));
    });
    afterEach(() => harness.dispose());

    /** Another process has another copy of the branch. */
    const replica = (name: string) =>
      harness.delivery({ cacheDirectory: join(harness.directory, name) });

    it('removes what another has written since this one looked', async () => {
      const [one, two] = [replica('one'), replica('two')];
      await harness.deliver(one);
      const id = await harness.place('a', { f: '1' });
      await harness.deliver(two);
      expect(Object.values(await harness.files())).toEqual(['1']);

      await harness.remove(id);
      await harness.deliver(one);
      expect(await harness.placement(id)).toMatchObject({ state: 'Removed' });
      expect(await harness.files()).toEqual({});
    });

    it('writes again what another has written otherwise since this one looked', async () => {
      const [one, two] = [replica('one'), replica('two')];
      const id = await harness.place('a', { f: '1' });
      await harness.deliver(one);
      await harness.change(id, { f: '2' });
      await harness.deliver(two);
      await harness.change(id, { f: '1' });
      await harness.deliver(one);
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
      expect(Object.values(await harness.files())).toEqual(['1']);
    });

    it('has nobody wait for what a Destination that is not ready does not take', async () => {
      await harness.addDestination('gone', { path: 'gone' }, {
        state: 'Disconnected',
      } as never);
      for (const name of ['x', 'y', 'z']) {
        await harness.place(
          name,
          { f: name },
          {
            destination: 'gone',
            path: `gone/resources/default/postgresql/${name}/configure/5058f`,
          },
        );
      }
      harness.now = new Date(harness.now.getTime() + 1_000);
      const id = await harness.place('a', { f: '1' });
      const delivery = harness.delivery({ placementsPerCommit: 2 });
      await harness.deliver(delivery);
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
    });
  },
);
