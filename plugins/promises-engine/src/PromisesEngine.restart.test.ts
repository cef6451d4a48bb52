import { TestDatabases } from '@backstage/backend-test-utils';
import type { RequestRow, RunRow, StepRow } from './database/rows/rows';
import { diesAfter } from './__testUtils__/diesAfter';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { openSharedDatabase } from './__testUtils__/openSharedDatabase';
import { eventually } from './testing/eventually';
import { promiseOf } from './__testUtils__/promiseOf';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const LEASE_MS = 400;

/** Statements of the dying process from the order on; together they cover every transaction of one order. */
const POINTS = [1, 10, 25, 40, 55, 70, 85, 100, 120, 140, 160];

describe.each(databases.eachSupportedId())('a restart on %p', id => {
  it.each(POINTS)(
    'after %i statements finishes what was begun',
    async point => {
      const { knex, close } = await openSharedDatabase(databases, id);
      const harness = await EngineHarness.create({
        knex,
        scripts: {
          first: () => ({ log: ['a'], output: { 'first.yaml': 'a: 1\n' } }),
          second: () => ({
            log: ['b'],
            output: { 'second.yaml': 'b: 1\n' },
            metadata: { 'status.yaml': 'message: done\n' },
          }),
        },
      });
      await harness.addDestination('dev');
      await harness.addPromise(promiseOf({ configure: ['first', 'second'] }));
      const dying = diesAfter(knex);
      const engine = await harness.createEngine({
        knex: dying.knex,
        leaseMs: LEASE_MS,
      });
      await engine.start();
      await harness.untilPromise('Available');
      const uid = await harness.apply();
      dying.arm(point);
      await engine.sweep().catch(() => {});
      const delivered = eventually(async () => {
        const row = await knex<RequestRow>('requests').where({ uid }).first();
        expect(row?.state).toBe('Delivered');
      }, 20_000);
      await Promise.race([dying.death, delivered]);
      await engine.stop({ drainMs: 0 });
      await dying.knex.destroy();

      await harness.engine.start();
      await delivered;
      expect(await harness.files()).toEqual({
        'dev/resources/default/database/one/first/5058f/first.yaml': 'a: 1\n',
        'dev/resources/default/database/one/second/5058f/second.yaml': 'b: 1\n',
      });
      const trailers = (await harness.git('log', '--format=%B', 'main'))
        .split('\n')
        .filter(line => line.startsWith('Placement: '));
      expect(new Set(trailers).size).toBe(trailers.length);
      expect(
        await knex<RunRow>('runs').select('state', 'pipeline_index'),
      ).toEqual([{ state: 'Succeeded', pipeline_index: 2 }]);
      expect(
        await knex<StepRow>('steps')
          .orderBy('pipeline_index')
          .select('pipeline', 'state', 'log_lines'),
      ).toEqual([
        { pipeline: 'first', state: 'Succeeded', log_lines: 1 },
        { pipeline: 'second', state: 'Succeeded', log_lines: 1 },
      ]);
      await harness.dispose();
      await close();
    },
  );
});
