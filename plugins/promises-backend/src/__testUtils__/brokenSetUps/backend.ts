import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrokenSetUp, StartedPromises } from './BrokenSetUp';

/** Work of a kind that nobody takes up. */
const addWork =
  (row: Record<string, unknown>) => async (promises: StartedPromises) => {
    const at = new Date().toISOString();
    await promises
      .knex()('work_queue')
      .insert({
        kind: 'other',
        key: 'one',
        epoch: 1,
        again: false,
        attempts: 0,
        run_at: at,
        enqueued_at: at,
        ...row,
      });
  };

export const backendSetUps: readonly BrokenSetUp[] = [
  {
    fault: 'a migration that did not run',
    breakIt: async promises => {
      await promises
        .knex()('knex_migrations')
        .where('name', 'like', '%violations%')
        .delete();
    },
    check: 'database',
    status: 'error',
    names: /_violations\.js did not run/,
    mends: /ALTER SCHEMA public OWNER TO/,
  },
  {
    fault: 'a later release on the same database',
    breakIt: async promises => {
      await promises.knex()('knex_migrations').insert({
        name: '20990101000000_later.js',
        batch: 9,
        migration_time: new Date(),
      });
    },
    check: 'database',
    status: 'warning',
    names:
      /A later release has been at this database: 20990101000000_later\.js/,
    mends: /yarn up/,
  },
  {
    fault: 'work that nobody takes up',
    breakIt: addWork({ run_at: '2020-01-01T00:00:00.000Z' }),
    check: 'work-queue',
    status: 'error',
    names: /Work has been due for \d+ s and nobody takes it up/,
    mends: /engine:\n {4}concurrency: 8/,
  },
  {
    fault: 'work that goes wrong again and again',
    breakIt: addWork({
      run_at: '2099-01-01T00:00:00.000Z',
      attempts: 7,
      last_error: 'no route to host',
    }),
    check: 'work-queue',
    status: 'warning',
    names: /went wrong 7 times in a row, .* no route to host/,
    mends: /^$/,
  },
  {
    fault: 'a clock that is ahead',
    breakIt: async () => {
      jest.useFakeTimers({
        now: Date.now() + 3_600_000,
        doNotFake: [
          'hrtime',
          'nextTick',
          'performance',
          'queueMicrotask',
          'setImmediate',
          'clearImmediate',
          'setInterval',
          'clearInterval',
          'setTimeout',
          'clearTimeout',
        ],
      });
      return () => jest.useRealTimers();
    },
    check: 'clock',
    status: 'error',
    names: /3\d\d\d s ahead of that of the database/,
    mends: /timedatectl set-ntp true/,
  },
  {
    fault: 'an old Backstage',
    breakIt: async () => {
      const directory = await mkdtemp(join(tmpdir(), 'promissory-host-'));
      await writeFile(
        join(directory, 'backstage.json'),
        '{"version":"1.40.2"}',
      );
      const spy = jest.spyOn(process, 'cwd').mockReturnValue(directory);
      return async () => {
        spy.mockRestore();
        await rm(directory, { recursive: true });
      };
    },
    check: 'versions',
    status: 'error',
    names: /Version 1\.40\.2 is older than what these plugins need/,
    mends: /versions:bump --release 1\.55\.0/,
  },
  {
    fault: 'an image without backstage.json',
    breakIt: async () => {
      const spy = jest.spyOn(process, 'cwd').mockReturnValue('/');
      return () => spy.mockRestore();
    },
    check: 'versions',
    status: 'warning',
    names: /no backstage\.json/,
    mends: /COPY backstage\.json/,
  },
  {
    fault: 'a machine without git',
    breakIt: async () => {
      const path = process.env.PATH;
      process.env.PATH = '/nowhere';
      return () => {
        process.env.PATH = path;
      };
    },
    check: 'versions',
    status: 'error',
    names: /Nothing can be delivered: git --version: cannot be started/,
    mends: /apt-get install .* git/,
    also: ['state-stores', 'destinations'],
  },
  {
    fault: 'a scaffolder that does not ask for actions',
    backend: { actions: { pluginSources: ['catalog'] } },
    check: 'actions',
    status: 'warning',
    names: /no action promises:<name>/,
    mends: /pluginSources:\n {6}- catalog\n {6}- promises/,
  },
  {
    fault: 'permissions that are off',
    root: { permission: { enabled: false } },
    check: 'permissions',
    status: 'warning',
    names: /Permissions are off/,
    mends: /permission:\n {2}enabled: true/,
  },
  {
    fault: 'a backend that answers everybody',
    backend: { auth: { dangerouslyDisableDefaultAuthPolicy: true } },
    check: 'permissions',
    status: 'error',
    names: /answers callers who are not signed in/,
    mends: /dangerouslyDisableDefaultAuthPolicy: false/,
  },
];
