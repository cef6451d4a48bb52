import { chmod, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { prepareBatch } from './batch/prepareBatch';
import { recordBatch } from './batch/recordBatch';
import type { Delivery } from './Delivery';
import { listDestinations } from '../readModel/destination/listDestinations';
import { DeliveryHarness } from './__testUtils__/DeliveryHarness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const folder = (name: string) =>
  `dev-cluster/resources/default/postgresql/${name}/configure/5058f`;

describe.each(databases.eachSupportedId())(
  'Delivery after a failure on %p',
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

    it('says why while a store is down, and delivers when it is back', async () => {
      await harness.deliver(delivery);
      await rename(harness.repository, `${harness.repository}.away`);
      const down = harness.delivery({ createLocalRepositories: false });
      const id = await harness.place('a', { f: '1' });
      const { runAt } = await harness.deliver(down);
      expect(runAt).toEqual(new Date('2026-11-24T10:00:01.000Z'));
      expect(await harness.placement(id)).toMatchObject({
        state: 'Failed',
        reason: 'WorkloadsFailedWrite',
        message: expect.stringContaining(
          'does not appear to be a git repository',
        ),
        attempts: 1,
        next_try_at: '2026-11-24T10:00:01.000Z',
      });
      expect(await harness.store()).toMatchObject({
        state: 'NotReady',
        reason: 'ErrorInitialisingWriter',
      });
      expect(await harness.destination('dev')).toMatchObject({
        state: 'NotReady',
        reason: 'StateStoreNotReady',
        message: 'GitStateStore/main: not ready',
      });
      // The same cause again is no news.
      const events = (await harness.events()).length;
      await harness.deliver(down);
      expect(await harness.events()).toHaveLength(events);
      expect(await harness.placement(id)).toMatchObject({ attempts: 2 });

      await rename(`${harness.repository}.away`, harness.repository);
      await chmod(harness.repository, 0o755);
      await harness.deliver(down);
      expect(await harness.placement(id)).toMatchObject({
        state: 'Written',
        attempts: 0,
        reason: null,
        next_try_at: null,
      });
      expect(await harness.store()).toMatchObject({ state: 'Ready' });
      expect(await harness.destination('dev')).toMatchObject({
        state: 'Ready',
      });
      expect(await harness.files()).toEqual({ [`${folder('a')}/f`]: '1' });
    });

    it('does not lose a batch whose push was not recorded, nor write it twice', async () => {
      const id = await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      const written = await harness.placement(id);
      const message = await harness.git('log', '-1', '--format=%B', 'main');
      const batch = /Batch: (\S+)/.exec(message)?.[1];
      // As it was between push and record.
      await harness.knex('placements').where({ id }).update({
        state: 'Pending',
        version_id: null,
        written_hash: null,
      });
      await harness.knex('batches').insert({
        id: batch,
        platform: 'native',
        state_store_kind: 'GitStateStore',
        state_store_name: 'main',
        epoch: 1,
        state: 'Prepared',
        placements: JSON.stringify([
          {
            id,
            name: 'a',
            path: folder('a'),
            desiredHash: written.desired_hash,
            removing: false,
            files: 1,
          },
        ]),
        created_at: harness.now.toISOString(),
      });
      await harness.commitForeign({ later: 'x' });
      await harness.commitForeign({ later: 'y' });
      await rm(`${harness.directory}/cache`, { recursive: true });

      await harness.deliver(harness.delivery());
      expect(await harness.placement(id)).toMatchObject({
        state: 'Written',
        version_id: written.version_id,
      });
      expect(await harness.batches()).toEqual([]);
      expect(await harness.subjects()).toEqual([
        'Update from: kratix-canary',
        'Update from: a',
        'by hand',
        'by hand',
      ]);
    });

    it('keeps a writer out whose lease was taken over', async () => {
      await harness.deliver(delivery);
      const id = await harness.place('a', { f: '1' });
      const old = await harness.claim('replica-one');
      const current = await harness.claim('replica-two');
      const head = await harness.git('rev-parse', 'main');
      await expect(delivery.handler(old)).rejects.toThrow('was taken over');
      expect(await harness.git('rev-parse', 'main')).toBe(head);
      expect(await harness.placement(id)).toMatchObject({ state: 'Pending' });
      await harness
        .delivery({ cacheDirectory: `${harness.directory}/cache-two` })
        .handler(current);
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
    });

    it('undoes a late push of an abandoned batch at the next sweep, and nothing else', async () => {
      await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      const batch = '01KAVX0000000000000000LATE';
      const path = folder('late');
      await harness.knex('batches').insert({
        id: batch,
        platform: 'native',
        state_store_kind: 'GitStateStore',
        state_store_name: 'main',
        epoch: 1,
        state: 'Prepared',
        placements: JSON.stringify([
          {
            id: 'gone',
            name: 'late',
            path,
            desiredHash: 'x',
            removing: false,
            files: 1,
          },
        ]),
        created_at: harness.now.toISOString(),
      });
      await harness.deliver(delivery);
      expect(await harness.batches()).toMatchObject([{ state: 'Abandoned' }]);

      await harness.commitForeign({ 'dev-cluster/resources/foreign': 'kept' });
      await harness.commitForeign({ [`${path}/f`]: 'late' });
      await harness.git(
        'update-ref',
        'refs/heads/main',
        (
          await harness.git(
            '-c',
            'user.name=k',
            '-c',
            'user.email=',
            'commit-tree',
            'main^{tree}',
            '-p',
            'main^',
            '-m',
            'Update from: late',
            '-m',
            `Batch: ${batch}`,
          )
        ).trim(),
      );
      await delivery.sweep({ check: true });
      await harness.deliver(delivery);
      expect(Object.keys(await harness.files())).toEqual(
        ['dev-cluster/resources/foreign', `${folder('a')}/f`].sort(),
      );
    });

    it('repairs its own files at a sweep and leaves foreign ones', async () => {
      const a = await harness.place('a', { f: '1', g: '2' });
      const b = await harness.place('b', { f: '3' });
      await harness.deliver(delivery);
      const before = await harness.placement(b);
      await harness.commitForeign({
        [`${folder('a')}/f`]: 'changed',
        [`${folder('a')}/extra`]: 'added',
        'dev-cluster/resources/foreign': 'kept',
      });
      await delivery.sweep({ check: true });
      await harness.deliver(delivery);
      const [listed] = await listDestinations(harness.knex, {
        platform: 'native',
      });
      expect(listed).toMatchObject({
        foreignFiles: {
          count: 1,
          examples: ['dev-cluster/resources/foreign'],
        },
        comparedAt: harness.now.toISOString(),
      });
      expect(await harness.files()).toEqual({
        [`${folder('a')}/f`]: '1',
        [`${folder('a')}/g`]: '2',
        [`${folder('b')}/f`]: '3',
        'dev-cluster/resources/foreign': 'kept',
      });
      expect(await harness.placement(a)).toMatchObject({ state: 'Written' });
      expect(await harness.placement(b)).toMatchObject({
        version_id: before.version_id,
      });
      expect((await harness.subjects()).at(-1)).toBe('Update from: a');
    });

    it('makes its copy anew when that is damaged', async () => {
      await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      const cache = join(harness.directory, 'cache');
      const entries = await readdir(cache, {
        recursive: true,
        withFileTypes: true,
      });
      for (const entry of entries) {
        if (entry.isFile() && entry.parentPath.includes('/objects/')) {
          const file = join(entry.parentPath, entry.name);
          await chmod(file, 0o644);
          await writeFile(file, '');
        }
      }
      const id = await harness.place('b', { f: '2' });
      await harness.deliver(delivery);
      expect(await harness.placement(id)).toMatchObject({ state: 'Failed' });
      await harness.deliver(delivery);
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
      expect(Object.keys(await harness.files())).toHaveLength(2);
    });

    it.each<[string, (copy: string) => Promise<void>]>([
      [
        'a lock of a fetch',
        copy => writeFile(join(copy, 'refs/promissory/head.lock'), ''),
      ],
      [
        'an empty reference',
        copy => writeFile(join(copy, 'refs/promissory/head'), ''),
      ],
      ['no HEAD', copy => rm(join(copy, 'HEAD'))],
    ])('makes its copy anew where a crash has left %s', async (_, damage) => {
      await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      const cache = join(harness.directory, 'cache');
      const copies = (await readdir(cache)).filter(name =>
        name.endsWith('.git'),
      );
      expect(copies).toHaveLength(1);
      await damage(join(cache, copies[0]));
      const after = harness.delivery();
      const id = await harness.place('b', { f: '2' });
      for (let look = 0; look < 3; look += 1) {
        await harness.deliver(after);
        harness.now = new Date(harness.now.getTime() + 60_000);
      }
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
    });

    it('is not hindered by another store that is down', async () => {
      await harness.addStore(
        { url: 'file:///../../etc' },
        { name: 'broken', entity_ref: 'gitstatestore:default/broken' },
      );
      await harness.place('lost', { f: '1' }, { state_store_name: 'broken' });
      const id = await harness.place('a', { f: '1' });
      await harness.deliver(delivery);
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
    });

    it.each([
      ['changed', { state: 'Pending' }],
      ['removed', { state: 'Removing' }],
    ] as const)(
      'goes on when a placement is %s while its commit is on its way',
      async (what, expected) => {
        await harness.deliver(delivery);
        const id = await harness.place('a', { f: '1' });
        const { desired_hash: pushed } = await harness.placement(id);
        const context = await harness.claim();
        const prepared = await prepareBatch(harness.knex, {
          context,
          store: { platform: 'native', kind: 'GitStateStore', name: 'main' },
          at: harness.now,
          limit: 10,
          maxBytes: 1_000_000,
          evenIfWaiting: false,
          verdicts: new Map([
            ['dev', { ready: true, reason: '', message: '' }],
          ]),
        });
        await (what === 'changed'
          ? harness.change(id, { f: '2' })
          : harness.remove(id));
        await recordBatch(harness.knex, {
          context,
          batch: prepared!.batch,
          commit: 'c0ffee',
          at: harness.now,
        });
        expect(await harness.placement(id)).toMatchObject({
          ...expected,
          written_hash: pushed,
          version_id: 'c0ffee',
        });
        await harness.deliver(delivery);
        expect(await harness.placement(id)).toMatchObject({
          state: what === 'changed' ? 'Written' : 'Removed',
        });
      },
    );
  },
);
