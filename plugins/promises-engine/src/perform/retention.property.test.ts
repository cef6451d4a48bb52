import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { createChildRules } from '../children/ChildRules';
import { DEFAULT_CHILD_LIMITS } from '../children/types';
import { loadRequestSnapshot } from '../database/operations/requests/loadRequestSnapshot';
import { pruneGenerations } from '../database/operations/requests/pruneGenerations';
import { removeTombstones } from '../database/operations/requests/removeTombstones';
import { pruneRuns } from '../database/operations/runs/pruneRuns';
import { trimRuns } from '../database/operations/runs/trimRuns';
import { pruneLogs } from '../database/operations/steps/pruneLogs';
import { runInTransaction } from '../database/transactions';
import type {
  EventRow,
  RequestGenerationRow,
  RequestRow,
  RunRow,
} from '../database/rows/rows';
import { planRequest } from '../plan/planRequest';
import { assessRequest } from '../status/assessRequest';
import { requestManifest } from '../status/requestManifest';
import type { EngineHarness } from '../__testUtils__/EngineHarness';
import { startEngine } from '../__testUtils__/startEngine';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY = 24 * 3_600_000;
const NOW = Date.now();

const run = fc.record({
  ageDays: fc.integer({ min: 0, max: 200 }),
  workflow: fc.constantFrom('configure', 'delete'),
  state: fc.constantFrom('Succeeded', 'Failed', 'Suspended', 'Running'),
  generation: fc.integer({ min: 1, max: 8 }),
});
const history = fc.record({
  runs: fc.array(run, { maxLength: 12 }),
  generation: fc.integer({ min: 1, max: 8 }),
  delivered: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  deleting: fc.boolean(),
  runDays: fc.integer({ min: 1, max: 150 }),
  logDays: fc.integer({ min: 1, max: 150 }),
  runsKept: fc.integer({ min: 1, max: 5 }),
  generationsKept: fc.integer({ min: 1, max: 5 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

describe.each(databases.eachSupportedId())('retention on %s', id => {
  let harness: EngineHarness;
  let knex: Knex;
  let uid: string;
  let runRow: RunRow;
  let generationRow: RequestGenerationRow;

  beforeAll(async () => {
    harness = await startEngine(await databases.init(id));
    knex = harness.knex;
    await harness.untilPromise('Available');
    uid = await harness.apply();
    await harness.untilState(uid, 'Delivered');
    await harness.engine.stop();
    runRow = (await knex<RunRow>('runs').first())!;
    generationRow = (await knex<RequestGenerationRow>(
      'request_generations',
    ).first())!;
  });
  afterAll(() => harness.dispose());

  async function write(past: History) {
    await knex('step_logs').delete();
    await knex('steps').delete();
    await knex('runs').delete();
    await knex('request_generations').delete();
    await knex<RequestRow>('requests')
      .where({ uid })
      .update({
        generation: past.generation,
        delivered_generation: past.delivered,
        delete_requested_at: past.deleting ? new Date(NOW).toISOString() : null,
      });
    for (let n = 1; n <= past.generation; n += 1) {
      await knex<RequestGenerationRow>('request_generations').insert({
        ...generationRow,
        generation: n,
      });
    }
    for (const each of past.runs) {
      const at = new Date(NOW - each.ageDays * DAY).toISOString();
      const ended = ['Succeeded', 'Failed'].includes(each.state);
      await knex<RunRow>('runs').insert({
        ...runRow,
        id: ulid(Date.parse(at)),
        workflow: each.workflow,
        state: each.state,
        generation: Math.min(each.generation, past.generation),
        created_at: at,
        finished_at: ended ? at : null,
      });
    }
  }

  async function prune(past: History) {
    await pruneRuns(knex, { before: new Date(NOW - past.runDays * DAY) });
    await pruneLogs(knex, { before: new Date(NOW - past.logDays * DAY) });
    await runInTransaction(knex, transaction =>
      trimRuns(transaction, {
        owner: { requestUid: uid },
        keep: past.runsKept,
      }),
    );
    await pruneGenerations(knex, { keep: past.generationsKept });
    await removeTombstones(knex, new Date(NOW));
  }

  /** What is planned, shown and delivered of the request. */
  async function look() {
    const snapshot = await loadRequestSnapshot(knex, {
      uid,
      revisions: new Map(),
      children: createChildRules({ limits: DEFAULT_CHILD_LIMITS }),
    });
    const now = new Date(NOW);
    return {
      plan: planRequest(snapshot!, { now, defaultIntervalMs: 10 * 3_600_000 }),
      assessment: assessRequest(snapshot!, now),
      manifest: requestManifest(snapshot!),
      works: snapshot!.works,
      bytes: await knex('workloads').orderBy('sha256').select('sha256'),
      audit: await knex<EventRow>('events')
        .orderBy('position')
        .pluck('position'),
    };
  }

  it('changes nothing of what is planned, shown, delivered or told of a live request, and keeps to its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(history, async past => {
        await write(past);
        const open = await knex<RunRow>('runs')
          .whereNull('finished_at')
          .orderBy('id')
          .pluck('id');
        const before = await look();
        await prune(past);
        expect(await look()).toEqual(before);
        expect(
          await knex<RunRow>('runs')
            .whereNull('finished_at')
            .orderBy('id')
            .pluck('id'),
        ).toEqual(open);
        const kept: RequestGenerationRow[] = await knex('request_generations');
        const runs: RunRow[] = await knex('runs');
        // The newest of each of two workflows stay in any case.
        expect(runs.length - open.length).toBeLessThanOrEqual(
          Math.max(past.runsKept, 2),
        );
        const generations = kept.map(({ generation }) => generation);
        for (const wanted of [
          past.generation,
          ...runs.map(({ generation }) => generation),
          ...(past.delivered && past.delivered <= past.generation
            ? [past.delivered]
            : []),
        ]) {
          expect(generations).toContain(wanted);
        }
        const old = generations.filter(
          n => n <= past.generation - past.generationsKept,
        );
        expect(
          old.every(
            n =>
              n === past.delivered ||
              runs.some(({ generation }) => generation === n),
          ),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
