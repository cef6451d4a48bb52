import { TestDatabases } from '@backstage/backend-test-utils';
import { EngineHarness } from '../__testUtils__/EngineHarness';
import { openSharedDatabase } from '../__testUtils__/openSharedDatabase';
import { eventually } from '../testing/eventually';

jest.setTimeout(60_000);

describe('leases of a dead process in a SQLite file', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('are taken over at the start, and not while another engine of this process works', async () => {
    const { knex, close } = await openSharedDatabase(databases, 'SQLITE_3');
    const harness = await EngineHarness.create({ knex });
    const lease = {
      kind: 'request',
      key: 'gone',
      run_at: new Date().toISOString(),
      lease_owner: 'a dead process',
      lease_until: new Date(Date.now() + 600_000).toISOString(),
      epoch: 1,
      again: false,
      attempts: 0,
      enqueued_at: new Date().toISOString(),
    };
    const leased = () => knex('work_queue').where({ key: 'gone' });
    try {
      await knex('work_queue').insert(lease);
      const other = await harness.createEngine();
      await other.start();
      expect(await leased()).toEqual([
        expect.objectContaining({ lease_until: lease.lease_until }),
      ]);
      await other.stop({ drainMs: 0 });

      await harness.engine.start();
      await eventually(async () => expect(await leased()).toEqual([]));
    } finally {
      await harness.dispose();
      await close();
    }
  });
});
