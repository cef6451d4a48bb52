import { TestDatabases } from '@backstage/backend-test-utils';
import { ulid } from 'ulid';
import type { RunRow } from '../../rows/rows';
import { EngineHarness } from '../../../__testUtils__/EngineHarness';
import { promiseOf } from '../../../__testUtils__/promiseOf';
import { runInTransaction } from '../../transactions';
import { pruneRuns } from './pruneRuns';
import { trimRuns } from './trimRuns';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const at = (day: number) => Date.UTC(2026, 0, day);

describe.each(databases.eachSupportedId())('runs on %p', id => {
  let harness: EngineHarness;
  let uid: string;
  let template: RunRow;

  beforeEach(async () => {
    harness = await EngineHarness.create({
      knex: await databases.init(id),
      scripts: { configure: () => ({ log: ['a'] }) },
    });
    await harness.addDestination('dev');
    await harness.addPromise(promiseOf());
    await harness.engine.start();
    await harness.untilPromise('Available');
    uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    await harness.engine.stop();
    template = (await harness.knex<RunRow>('runs').first())!;
    // Moved to the first of January, with its step and log.
    const id1 = await add(1);
    await harness.knex('steps').update({ run_id: id1 });
    await harness.knex('runs').where({ id: template.id }).delete();
  });

  afterEach(() => harness.dispose());

  const ids = new Map<string, number>();
  async function add(day: number, other: Partial<RunRow> = {}) {
    const run = { ...template, id: ulid(at(day)), ...other };
    ids.set(run.id, day);
    await harness.knex<RunRow>('runs').insert(run);
    return run.id;
  }
  const days = async () => {
    const rows: string[] = await harness
      .knex<RunRow>('runs')
      .orderBy('id')
      .pluck('id');
    return rows.map(row => ids.get(row));
  };

  it('go by age with their steps and logs, but for the newest of a workflow and what has not ended', async () => {
    await add(2, { workflow: 'delete' });
    await add(3);
    await add(4, { finished_at: null });
    await add(5, { request_uid: null, type: 'promise' });
    await add(6);
    await add(20);
    expect(await pruneRuns(harness.knex, { before: new Date(at(10)) })).toBe(3);
    expect(await days()).toEqual([2, 4, 5, 20]);
    expect(await harness.count('steps')).toBe(0);
    expect(await harness.count('step_logs')).toBe(0);
    expect(await pruneRuns(harness.knex, { before: new Date(at(10)) })).toBe(0);
  });

  it('go by number, the oldest first', async () => {
    for (const day of [2, 3, 4, 5]) await add(day);
    await add(6, { request_uid: null, type: 'promise' });
    await runInTransaction(harness.knex, transaction =>
      trimRuns(transaction, { owner: { requestUid: uid }, keep: 2 }),
    );
    expect(await days()).toEqual([4, 5, 6]);
    expect(await harness.count('step_logs')).toBe(0);
  });
});
