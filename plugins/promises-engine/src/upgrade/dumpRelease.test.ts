import { TestDatabases } from '@backstage/backend-test-utils';
import packageJson from '../../package.json';
import { EngineHarness } from '../__testUtils__/EngineHarness';
import { openSharedDatabase } from '../__testUtils__/openSharedDatabase';
import type { RequestRow } from '../database/rows/rows';
import { dumpDatabase, writeRelease } from './__testUtils__/ReleaseDump';
import { LEFT_BEHIND, playScenario, scriptsOf } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('what a release leaves behind', () => {
  it('has a request in every state; kept as a dump when a release is made', async () => {
    const { knex, close } = await openSharedDatabase(databases, 'SQLITE_3');
    const harness = await EngineHarness.create({
      knex,
      scripts: scriptsOf(false),
    });
    await playScenario(harness);
    const rows = await knex<RequestRow>('requests').select('name', 'state');
    expect(
      Object.fromEntries(rows.map(({ name, state }) => [name, state])),
    ).toEqual(LEFT_BEHIND);
    if (process.env.PROMISSORY_DUMP_RELEASE) {
      await writeRelease(await dumpDatabase(knex, packageJson.version));
    }
    await harness.dispose();
    await close();
  });
});
