import { createHash } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Delivery } from './Delivery';
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
});
