import { createHash } from 'node:crypto';
import { chmod, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { prepareBatch } from './batch/prepareBatch';
import { recordBatch } from './batch/recordBatch';
import { Delivery } from './Delivery';
import { removeDestination } from './destination/removeDestination';
import { DeliveryHarness } from './__testUtils__/DeliveryHarness';
import { recordGitCommands } from './__testUtils__/recordGitCommands';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const folder = (name: string) =>
  `dev-cluster/resources/default/postgresql/${name}/configure/5058f`;

describe.each(databases.eachSupportedId())('Delivery on %p', databaseId => {
  let harness: DeliveryHarness;
  let delivery: Delivery;

  beforeEach(async () => {
    harness = await DeliveryHarness.create(await databases.init(databaseId));
    delivery = harness.delivery();
  });

  afterEach(async () => {
    await harness.dispose();
  });

  it('writes one placement as one commit and records it', async () => {
    const id = await harness.place('a', {
      'x.yaml': 'one\n',
      'd/y.yaml': 'two',
    });
    await harness.deliver(delivery);

    expect(await harness.files()).toEqual({
      [`${folder('a')}/x.yaml`]: 'one\n',
      [`${folder('a')}/d/y.yaml`]: 'two',
    });
    const head = (await harness.git('rev-parse', 'main')).trim();
    expect(await harness.placement(id)).toMatchObject({
      state: 'Written',
      version_id: head,
      written_at: '2026-11-24T10:00:00.000Z',
      reason: null,
    });
    const message = await harness.git(
      'log',
      '-1',
      '--format=%an <%ae>%n%B',
      'main',
    );
    expect(message).toMatch(
      new RegExp(
        `^kratix <>\nUpdate from: a\n\nPlacement: a@${id}\nBatch: [0-9A-Z]{26}\nEpoch: \\d+\n`,
      ),
    );
    expect(await harness.batches()).toEqual([]);
    expect(await harness.events()).toEqual([
      'DestinationChanged',
      'PlacementWritten',
      'StateStoreChanged',
    ]);
    expect(await harness.queued('promise')).toEqual([harness.promiseId]);
    expect(await harness.store()).toMatchObject({
      state: 'Ready',
      reason: 'StateStoreReady',
    });
    expect(await harness.destination('dev')).toMatchObject({ state: 'Ready' });
  });

  it('takes two git commands while nobody else writes', async () => {
    const recorded = await recordGitCommands(harness.directory);
    const counted = harness.delivery({ environment: { PATH: recorded.path } });
    await harness.deliver(counted);
    await harness.place('a', { f: '1' });
    const before = (await recorded.commands()).length;
    await harness.deliver(counted);
    const commands = (await recorded.commands()).slice(before);
    expect(commands.map(command => command.split(' ')[0])).toEqual([
      'fast-import',
      'push',
    ]);
    await harness.deliver(counted);
    expect(await recorded.commands()).toHaveLength(before + 2);
  });

  it('puts many placements into one commit', async () => {
    await harness.place('a', { f: '1' });
    await harness.place('b', { f: '2' });
    await harness.place('c', { f: '3' });
    await harness.deliver(delivery);
    expect(await harness.subjects()).toEqual([
      'Update from: kratix-canary',
      'Update from: 3 placements',
    ]);
    expect(Object.keys(await harness.files())).toHaveLength(3);
  });

  it('makes more commits of what is too large for one', async () => {
    const half = 'x'.repeat(17 * 1024 * 1024);
    for (const name of ['a', 'b']) {
      await harness.place(name, { 'large.txt': `${name}${half}` });
    }
    await harness.deliver(harness.delivery());
    expect((await harness.subjects()).slice(1)).toEqual([
      'Update from: a',
      'Update from: b',
    ]);
  });

  it('replaces the whole folder on a change, and writes nothing when nothing is different', async () => {
    const id = await harness.place('a', { 'x.yaml': '1', 'y.yaml': '2' });
    await harness.deliver(delivery);
    await harness.change(id, { 'y.yaml': '3' });
    await harness.deliver(delivery);
    expect(await harness.files()).toEqual({ [`${folder('a')}/y.yaml`]: '3' });

    const before = await harness.placement(id);
    await harness.change(id, { 'y.yaml': '3' });
    await harness.deliver(delivery);
    expect(await harness.subjects()).toHaveLength(3);
    expect(await harness.placement(id)).toMatchObject({
      state: 'Written',
      version_id: before.version_id,
    });
    expect(await harness.batches()).toEqual([]);
  });

  it('removes the folder of a placement and leaves files of others', async () => {
    const a = await harness.place('a', { f: '1' });
    await harness.place('b', { f: '2' });
    await harness.deliver(delivery);
    await harness.commitForeign({ 'dev-cluster/README.md': 'by hand' });
    await harness.remove(a);
    await harness.deliver(delivery);
    expect(await harness.files()).toEqual({
      'dev-cluster/README.md': 'by hand',
      [`${folder('b')}/f`]: '2',
    });
    expect((await harness.subjects()).at(-1)).toBe('Delete from: a');
    expect(await harness.placement(a)).toMatchObject({ state: 'Removed' });
    expect(await harness.events()).toContain('PlacementRemoved');
  });

  it('does not remove a folder that a newer placement has taken over', async () => {
    const old = await harness.place('a', { f: '1' });
    await harness.deliver(delivery);
    await harness.place('a', { f: '2' });
    await harness.deliver(delivery);
    await harness.remove(old);
    await harness.deliver(delivery);
    expect(await harness.files()).toEqual({ [`${folder('a')}/f`]: '2' });
    expect(await harness.placement(old)).toMatchObject({ state: 'Removed' });
  });

  it('deletes the folder of a placement whose output became empty', async () => {
    const id = await harness.place('a', { f: '1' });
    await harness.deliver(delivery);
    await harness.change(id, {});
    await harness.deliver(delivery);
    expect(await harness.files()).toEqual({});
    expect((await harness.subjects()).at(-1)).toBe('Delete from: a');
    expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
  });

  it('builds again on what is when a foreign commit came between', async () => {
    await harness.place('a', { f: '1' });
    await harness.deliver(delivery);
    await harness.commitForeign({
      'other/file': 'x',
      [`${folder('a')}/f`]: 'y',
    });
    const b = await harness.place('b', { f: '2' });
    await harness.deliver(delivery);
    expect(await harness.files()).toMatchObject({
      'other/file': 'x',
      [`${folder('b')}/f`]: '2',
    });
    expect(await harness.placement(b)).toMatchObject({ state: 'Written' });
    expect((await harness.subjects()).slice(-2)).toEqual([
      'by hand',
      'Update from: b',
    ]);
    expect(await harness.batches()).toEqual([]);
  });

  it('keeps bytes as they are', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const large = Buffer.alloc(1_048_576, 'promissory\n');
    const id = await harness.place('a', {
      'binary.bin': bytes,
      'large.txt': large,
      empty: '',
      'Grüße 🚀 "q" \'s\'.yaml': 'ü',
    });
    await harness.deliver(delivery);
    expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
    const blob = async (file: string) =>
      (await harness.git('rev-parse', `main:${folder('a')}/${file}`)).trim();
    const expected = (content: Buffer) =>
      createHash('sha1')
        .update(`blob ${content.length}\0`)
        .update(content)
        .digest('hex');
    expect(await blob('binary.bin')).toBe(expected(bytes));
    expect(await blob('large.txt')).toBe(expected(large));
    expect(await blob('empty')).toBe(expected(Buffer.alloc(0)));
    expect(await blob('Grüße 🚀 "q" \'s\'.yaml')).toBe(
      expected(Buffer.from('ü')),
    );
    const modes = await harness.git('ls-tree', '-r', 'main');
    expect(
      new Set(
        modes
          .trim()
          .split('\n')
          .map(line => line.split(' ')[0]),
      ),
    ).toEqual(new Set(['100644']));
  });

  it.each([
    ['../escape', 'must not leave'],
    ['.GIT/config', 'belongs to Git'],
  ])('refuses the file %j and writes its neighbours', async (file, problem) => {
    const bad = await harness.place('bad', { [file]: 'x' });
    const good = await harness.place('good', { f: '1' });
    await harness.deliver(delivery);
    expect(await harness.placement(bad)).toMatchObject({
      state: 'Failed',
      reason: 'PathRefused',
      message: expect.stringContaining(problem),
    });
    expect(await harness.placement(good)).toMatchObject({ state: 'Written' });
    expect(await harness.files()).toEqual({ [`${folder('good')}/f`]: '1' });
    // Not tried again before it is changed, and nothing is left behind.
    await harness.deliver(delivery);
    expect(await harness.placement(bad)).toMatchObject({ attempts: 1 });
    expect(await harness.batches()).toEqual([]);
    await harness.change(bad, { f: 'x' });
    await harness.deliver(delivery);
    expect(await harness.placement(bad)).toMatchObject({ state: 'Written' });
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
    expect(await harness.destination('dev')).toMatchObject({ state: 'Ready' });
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
      await harness.knex('state_stores').update({ state, message: 'because' });
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
        verdicts: new Map([['dev', { ready: true, reason: '', message: '' }]]),
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
    expect(await harness.git('show', 'main:prod/.promissory-claim')).toContain(
      'claimant: portal-one\n',
    );
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
});
