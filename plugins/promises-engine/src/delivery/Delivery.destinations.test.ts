import { TestDatabases } from '@backstage/backend-test-utils';
import type { Delivery } from './Delivery';
import { removeDestination } from './destination/removeDestination';
import { DeliveryHarness } from './__testUtils__/DeliveryHarness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const folder = (name: string) =>
  `dev-cluster/resources/default/postgresql/${name}/configure/5058f`;

describe.each(databases.eachSupportedId())(
  'Delivery to Destinations on %p',
  databaseId => {
    let harness: DeliveryHarness;
    let delivery: Delivery;

    beforeEach(async () => {
      harness = await DeliveryHarness.create(await databases.init(databaseId));
      delivery = harness.delivery();
    });

    afterEach(async () => {
      await harness.dispose();
    });

    it.each([
      ['dev-cluster', 'dev-cluster'],
      ['a folder for placements', 'dev-cluster/resources'],
    ])(
      'leaves a foreign file alone that stands where %s has to be',
      async (_, path) => {
        await harness.addDestination('other', { path: 'other' });
        await harness.knex('destinations').where({ name: 'dev' }).delete();
        await harness.deliver(delivery);
        await harness.commitForeign({ [path]: 'by hand' });
        await harness.addDestination('dev', { path: 'dev-cluster' });
        const id = await harness.place('a', { f: '1' });
        await harness.deliver(delivery);
        expect(await harness.placement(id)).toMatchObject({
          state: 'Pending',
          reason: 'PathOccupied',
          message: `${path} is a file in the store, and Destination dev needs a folder there; move the file away, or choose another spec.path`,
        });
        expect(await harness.files()).toEqual({ [path]: 'by hand' });
        expect((await harness.destination('other'))?.state).toBe('Ready');
      },
    );

    it('refuses a Destination that another platform has claimed', async () => {
      await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      const other = harness.delivery({
        claimant: 'portal-two',
        cacheDirectory: `${harness.directory}/cache-two`,
      });
      const id = await harness.place('b', { f: '2' });
      await harness.deliver(other);
      expect(await harness.placement(id)).toMatchObject({
        state: 'Pending',
        reason: 'DestinationClaimed',
        message: expect.stringContaining('claimed by portal-one'),
      });
      expect(await harness.destination('dev')).toMatchObject({
        state: 'NotReady',
        reason: 'DestinationClaimed',
      });
      expect(await harness.files()).toEqual({ [`${folder('a')}/f`]: '1' });
    });

    it.each(['Disconnected', 'Untrusted', 'Invalid'])(
      'writes and removes nothing while a store or a Destination is %s',
      async state => {
        const a = await harness.place('a', { f: '1' });
        await harness.deliver(delivery);
        const b = await harness.place('b', { f: '2' });
        await harness.remove(a);
        await harness
          .knex('state_stores')
          .update({ state, message: 'because' });
        await harness.deliver(delivery);
        expect(await harness.placement(a)).toMatchObject({
          state: 'Removing',
          reason: `StateStore${state}`,
          message: expect.stringContaining('because'),
        });
        await harness.knex('state_stores').update({ state: 'Ready' });
        await harness.knex('destinations').update({ state, message: 'reason' });
        await harness.deliver(delivery);
        expect(await harness.placement(b)).toMatchObject({
          state: 'Pending',
          reason: `Destination${state}`,
          message: expect.stringContaining('reason'),
        });
        expect(await harness.files()).toEqual({ [`${folder('a')}/f`]: '1' });
        await harness.knex('destinations').update({ state: 'Ready' });
        await harness.deliver(delivery);
        expect(await harness.files()).toEqual({ [`${folder('b')}/f`]: '2' });
      },
    );

    it.each([
      ['portal-one', {}],
      [
        'somebody-else',
        { 'former/resources/default/postgresql/a/configure/5058f/f': '1' },
      ],
    ])(
      'removes what a Destination has left behind, where %s claims it',
      async (claimant, left) => {
        const path = 'former/resources/default/postgresql/a/configure/5058f';
        await harness.deliver(delivery);
        await harness.commitForeign({
          'former/.promissory-claim': `claimant: ${claimant}\n`,
          [`${path}/f`]: '1',
        });
        const row = {
          path,
          request_uid: 'uid',
          removing: true,
          state: 'Removing',
        };
        const id = await harness.place('a', {}, row);
        await harness.deliver(harness.delivery());
        expect(await harness.placement(id)).toMatchObject({ state: 'Removed' });
        expect(await harness.files()).toEqual(left);
      },
    );

    it('writes claim and test documents once, and takes them away with the Destination', async () => {
      await harness.addDestination('prod', {
        path: '/prod/',
        cleanup: 'all',
        initWorkloads: {},
      });
      const id = await harness.place(
        'a',
        { f: '1' },
        {
          destination: 'prod',
          path: 'prod/resources/default/postgresql/a/configure/5058f',
        },
      );
      await harness.deliver(delivery);
      await harness.deliver(delivery);
      expect(await harness.files()).toEqual({
        'prod/dependencies/kratix-canary-namespace.yaml':
          'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: kratix-worker-system\nspec: {}\nstatus: {}\n',
        'prod/resources/kratix-canary-configmap.yaml':
          'apiVersion: v1\ndata:\n  canary: this confirms your infrastructure is reading from Kratix state stores\nkind: ConfigMap\nmetadata:\n  name: kratix-info\n  namespace: kratix-worker-system\n',
        'prod/resources/default/postgresql/a/configure/5058f/f': '1',
      });
      expect(
        await harness.git('show', 'main:prod/.promissory-claim'),
      ).toContain('claimant: portal-one\n');
      expect(await harness.subjects()).toEqual([
        'Update from: kratix-canary',
        'Update from: a',
      ]);
      expect(await harness.destination('prod')).toMatchObject({
        state: 'Ready',
        reason: 'TestDocumentsWritten',
        message: 'Test documents written to State Store',
      });

      await removeDestination(harness.knex, {
        platform: 'native',
        name: 'prod',
        actor: 'user:default/ann',
        at: harness.now,
      });
      await harness.deliver(delivery);
      expect(await harness.destination('prod')).toBeUndefined();
      expect(
        await harness.knex('placements').where({ id }).first(),
      ).toBeUndefined();
      expect(
        (await harness.git('ls-tree', '-r', '--name-only', 'main')).trim(),
      ).toBe('dev-cluster/.promissory-claim');
      expect(await harness.queued('promise')).toEqual([harness.promiseId]);
    });

    it('leaves the files of a Destination that is removed without cleanup', async () => {
      const id = await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      await removeDestination(harness.knex, {
        platform: 'native',
        name: 'dev',
        actor: 'user:default/ann',
        at: harness.now,
      });
      await harness.deliver(delivery);
      expect(await harness.files()).toEqual({ [`${folder('a')}/f`]: '1' });
      expect(
        await harness.knex('placements').where({ id }).first(),
      ).toBeUndefined();
    });

    it.each([
      [{ url: 'ssh://git@host/x.git' }, 'SSH is not supported yet'],
      [{ url: 'https://user:pass@host/x.git' }, 'carries credentials'],
      [{ url: 'file:///state.git', branch: '--upload-pack=x' }, 'spec.branch'],
      [{}, 'spec.url'],
    ])('says what is wrong with the settings %j', async (spec, problem) => {
      await harness.knex('state_stores').update({ spec: JSON.stringify(spec) });
      const id = await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      expect(await harness.store()).toMatchObject({
        state: 'NotReady',
        reason: 'ErrorInitialisingWriter',
        message: expect.stringContaining(problem),
      });
      expect(await harness.placement(id)).toMatchObject({
        state: 'Failed',
        message: expect.stringContaining(problem),
      });
    });
  },
);
