import { TestDatabases } from '@backstage/backend-test-utils';
import { childDocument, startCompound } from './__testUtils__/CompoundHarness';
import { diesAfter } from './__testUtils__/diesAfter';
import { openSharedDatabase } from './__testUtils__/openSharedDatabase';
import type { EventRow, RequestRow } from './database/rows/rows';
import { eventually } from './testing/eventually';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const LEASE_MS = 400;
const CHILDREN = ['a', 'b', 'c'];

/** Statements of the dying process: most fall between the first child and the last. */
const POINTS = [60, 120, 160, 200, 240, 280, 320, 360, 400, 500];

describe.each(databases.eachSupportedId())(
  'a restart among children on %p',
  id => {
    it.each(POINTS)(
      'after %i statements orders each child once',
      async point => {
        const { knex, close } = await openSharedDatabase(databases, id);
        const { harness } = await startCompound({
          knex,
          start: false,
          documents: Object.fromEntries(
            CHILDREN.map(name => [
              `${name}.yaml`,
              childDocument('database', name),
            ]),
          ),
        });
        const dying = diesAfter(knex);
        const engine = await harness.createEngine({
          knex: dying.knex,
          leaseMs: LEASE_MS,
        });
        await engine.start();
        await harness.untilPromise('Available', 'service');
        await harness.untilPromise('Available', 'database');
        const uid = await harness.apply({
          promiseName: 'service',
          name: 'orders',
        });
        dying.arm(point);
        await engine.sweep().catch(() => {});
        const untilDelivered = () =>
          eventually(async () => {
            expect(await harness.request(uid)).toMatchObject({
              state: 'Delivered',
            });
          }, 30_000);
        await Promise.race([
          dying.death,
          // Few statements are left where everything is done before the process dies.
          untilDelivered().catch(() => {}),
        ]);
        await engine.stop({ drainMs: 0 });
        await dying.knex.destroy();

        await harness.engine.start();
        await untilDelivered();
        const children = await knex<RequestRow>('requests')
          .where({ parent_uid: uid })
          .orderBy('name');
        expect(
          children.map(({ name, state, generation }) => [
            name,
            state,
            generation,
          ]),
        ).toEqual(CHILDREN.map(name => [name, 'Delivered', 1]));
        const orders = await knex<EventRow>('events')
          .where({ type: 'RequestCreated' })
          .pluck('request_uid');
        expect(orders.sort()).toEqual(
          [uid, ...children.map(child => child.uid)].sort(),
        );
        await harness.dispose();
        await close();
      },
    );
  },
);
