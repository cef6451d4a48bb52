import { TestDatabases } from '@backstage/backend-test-utils';
import type { RunRow, StepRow } from './database/rows/rows';
import { EngineHarness } from './__testUtils__/EngineHarness';
import { promiseOf } from './__testUtils__/promiseOf';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('a broken runner on %p', id => {
  let harness: EngineHarness;

  afterEach(() => harness.dispose());

  it('suspends the request with the cause in words, and goes on by itself', async () => {
    let broken = true;
    harness = await EngineHarness.create({
      knex: await databases.init(id),
      scripts: {
        configure: () => {
          if (broken) throw new Error('no engine at unix:///run/docker.sock');
          return { output: { 'a.yaml': 'a: 1\n' } };
        },
      },
    });
    await harness.addDestination('dev');
    await harness.addPromise(promiseOf());
    await harness.engine.start();
    await harness.untilPromise('Available');
    const uid = await harness.apply();

    const waiting = await harness.untilState(uid, 'Suspended');
    expect(waiting).toMatchObject({
      state_reason: 'RunnerFailed',
      state_message:
        'Runner function could not run pipeline configure: Error: no engine at unix:///run/docker.sock',
    });
    expect(JSON.parse(waiting.state_detail)).toMatchObject({
      pipeline: 'configure',
      nextTryAt: expect.any(String),
    });
    expect(await harness.knex<StepRow>('steps').pluck('state')).toEqual([
      'Skipped',
    ]);

    broken = false;
    await harness.untilState(uid, 'Delivered');
    expect(await harness.knex<RunRow>('runs')).toMatchObject([
      { state: 'Succeeded', reason: null, message: null },
    ]);
    expect(await harness.knex<StepRow>('steps').pluck('state')).toEqual([
      'Succeeded',
    ]);
  });
});
