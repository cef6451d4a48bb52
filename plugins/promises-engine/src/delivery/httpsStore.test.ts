import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { SecretStore } from '@promissory/plugin-promises-node';
import { DeliveryHarness } from './__testUtils__/DeliveryHarness';
import { GitHttpsServer } from './__testUtils__/GitHttpsServer';
import { recordGitCommands } from './__testUtils__/recordGitCommands';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Delivery over https', () => {
  let harness: DeliveryHarness;
  let server: GitHttpsServer;
  let directory: string;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'git-https-'));
    server = await GitHttpsServer.start(directory);
    harness = await DeliveryHarness.create(await databases.init('SQLITE_3'));
    await harness.knex('state_stores').update({
      spec: JSON.stringify({
        url: await server.createRepository('state.git'),
        secretRef: { name: 'git', namespace: 'default' },
      }),
    });
  });

  afterEach(async () => {
    await server.stop();
    await harness.dispose();
    await rm(directory, { recursive: true, force: true });
  });

  const delivery = (read: SecretStore['read'], path = process.env.PATH) =>
    harness.delivery({
      secretStore: { read },
      certificateFile: server.certificateFile,
      environment: { PATH: path },
      logger,
    });

  it('sends the secret to the host alone, and shows it nowhere', async () => {
    const read = jest.fn(async () => server.credentials);
    const recorded = await recordGitCommands(harness.directory);
    const id = await harness.place('a', { f: '1' });
    await harness.deliver(delivery(read, recorded.path));
    expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
    expect(read).toHaveBeenCalledWith(
      { name: 'git', namespace: 'default' },
      { reader: 'GitStateStore/main', host: server.host },
    );

    const commands = await recorded.commands();
    const token = Buffer.from(
      `${server.credentials.username}:${server.credentials.password}`,
    ).toString('base64');
    const tables = ['state_stores', 'placements', 'events', 'batches'];
    const rows = await Promise.all(tables.map(table => harness.knex(table)));
    const seen = JSON.stringify([commands, rows, logger.warn.mock.calls]);
    expect(seen).not.toContain(server.credentials.password);
    expect(seen).not.toContain(token);
  });

  it.each([
    [
      'the password is wrong',
      async () => ({ username: 'promissory', password: 'wr0ng-pa55' }),
      'ErrorInitialisingWriter',
      /Authentication failed|could not read/,
    ],
    [
      'the secret lacks a key',
      async () => ({ token: 'wr0ng-pa55' }),
      'ErrorInitialisingWriter',
      /default\/git needs the keys username and password/,
    ],
    [
      'there is no secret',
      async () => {
        throw new NotFoundError('Secret git not found in namespace default');
      },
      'SecretNotFound',
      /^Secret git not found in namespace default$/,
    ],
    [
      'the host is not allowed',
      async () => {
        throw new NotAllowedError('Secret git may not be sent to localhost');
      },
      'ErrorInitialisingWriter',
      /may not be sent/,
    ],
    [
      'the secret store is broken',
      async () => {
        throw new TypeError('boom');
      },
      'ErrorInitialisingWriter',
      /Secret git cannot be read: boom/,
    ],
  ])('says so when %s', async (_, read, reason, message) => {
    const id = await harness.place('a', { f: '1' });
    await harness.deliver(delivery(read as SecretStore['read']));
    const store = await harness.store();
    expect(store).toMatchObject({ state: 'NotReady', reason });
    expect(store?.message).toMatch(message);
    expect(store?.message).not.toContain('wr0ng-pa55');
    expect(await harness.placement(id)).toMatchObject({
      state: 'Failed',
      reason: 'WorkloadsFailedWrite',
      message: store?.message,
    });
  });

  it.each([
    ['is down', 'down'],
    ['hangs', 'hang'],
    ['takes a push and never says so', 'lost'],
  ] as const)(
    'writes once, whatever comes between: the server %s',
    async (_, mode) => {
      await harness.place('a', { f: '1' });
      const read = async () => server.credentials;
      await harness.deliver(delivery(read));
      const id = await harness.place('b', { f: '2' });
      const hasty = harness.delivery({
        secretStore: { read },
        certificateFile: server.certificateFile,
        timeoutMs: 3_000,
      });
      await harness.deliver(hasty);
      await harness.change(id, { f: '3' });
      // The branch is known by now, so that the push is what goes wrong.
      server.mode = mode;
      await harness.deliver(hasty);
      expect(await harness.placement(id)).toMatchObject({ state: 'Failed' });
      expect(await harness.batches()).toMatchObject([{ state: 'Prepared' }]);

      server.mode = 'well';
      await harness.deliver(hasty);
      expect(await harness.placement(id)).toMatchObject({ state: 'Written' });
      expect(await harness.batches()).toHaveLength(mode === 'lost' ? 0 : 1);
      const subjects = await server.subjects('state.git');
      expect(subjects.filter(text => text === 'Update from: b')).toHaveLength(
        2,
      );
    },
  );
});
