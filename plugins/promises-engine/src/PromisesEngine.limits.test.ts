import { TestDatabases } from '@backstage/backend-test-utils';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { promiseOf } from './__testUtils__/promiseOf';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const FILES = 700;

describe.each(databases.eachSupportedId())('a large output on %p', id => {
  let harness: EngineHarness;

  afterEach(() => harness.dispose());

  it(`of ${FILES} files is delivered and removed`, async () => {
    harness = await EngineHarness.create({
      knex: await databases.init(id),
      scripts: {
        configure: () => ({
          output: Object.fromEntries(
            Array.from({ length: FILES }, (_, index) => [
              `${index}.yaml`,
              `number: ${index}\n`,
            ]),
          ),
        }),
      },
    });
    await harness.addDestination('dev');
    await harness.addPromise(promiseOf());
    await harness.engine.start();
    await harness.untilPromise('Available');
    const uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    const listing = await harness.git('ls-tree', '-r', '--name-only', 'main');
    expect(listing.match(/\d+\.yaml$/gm)).toHaveLength(FILES);

    await harness.engine.native.delete({
      uid,
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    await harness.untilState(uid, 'Deleted');
    expect(await harness.count('workloads')).toBe(0);
  });
});
