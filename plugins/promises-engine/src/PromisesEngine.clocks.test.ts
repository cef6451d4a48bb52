import { TestDatabases } from '@backstage/backend-test-utils';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { openSharedDatabase } from './__testUtils__/openSharedDatabase';
import { promiseOf } from './__testUtils__/promiseOf';
import { writesSize } from './__testUtils__/writesSize';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('clocks that differ on %p', id => {
  it('a run that a clock ahead began is followed by a newer one', async () => {
    const { knex, close } = await openSharedDatabase(databases, id);
    let broken = true;
    const harness = await EngineHarness.create({
      knex,
      scripts: {
        configure: options =>
          broken ? { failure: 'not today' } : writesSize(options),
      },
    });
    await harness.addDestination('dev');
    await harness.addPromise(promiseOf());
    const { now } = Date;
    const ahead = jest
      .spyOn(Date, 'now')
      .mockImplementation(() => now() + 3_600_000);
    await harness.engine.start();
    await harness.untilPromise('Available');
    const { uid } = await harness.engine.native.apply(await harness.order());
    await harness.untilState(uid, 'Failed');
    ahead.mockRestore();

    broken = false;
    await harness.engine.native.act({
      uid,
      verb: 'retry',
      actor: { ref: 'user:default/alice', origin: 'ui' },
    });
    await harness.untilState(uid, 'Delivered');
    expect(
      await knex('runs')
        .where({ request_uid: uid })
        .orderBy('id')
        .pluck('state'),
    ).toEqual(['Failed', 'Succeeded']);
    await harness.dispose();
    await close();
  });
});
