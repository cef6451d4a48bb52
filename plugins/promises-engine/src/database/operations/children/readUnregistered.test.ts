import { TestDatabases } from '@backstage/backend-test-utils';
import { EngineHarness } from '../../../__testUtils__/EngineHarness';
import { promiseOf } from '../../../__testUtils__/promiseOf';
import { readUnregistered } from './readUnregistered';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('readUnregistered on %p', id => {
  it('names the Promises that nobody holds on the platform', async () => {
    const harness = await EngineHarness.create({
      knex: await databases.init(id),
    });
    await harness.addPromise(promiseOf());
    await harness.addPromise(promiseOf({ name: 'cache' }), { trusted: false });
    const read = (platform: string, ...names: string[]) =>
      readUnregistered(harness.knex, { platform, names });
    expect(await read('native', 'database', 'cache', 'nobody')).toEqual([
      'cache',
      'nobody',
    ]);
    expect(await read('other', 'database')).toEqual(['database']);
    expect(await read('native')).toEqual([]);
    await harness.dispose();
  });
});
