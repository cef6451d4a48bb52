import assert from 'node:assert/strict';
import type {
  BatchRow,
  PlacementRow,
  RequestGenerationRow,
  RequestRow,
  RunRow,
  StepRow,
  WorkloadRow,
  WorkQueueRow,
} from '../../database/rows/rows';
import { FOREIGN, type Customer } from './Customer';
import { expectedFiles } from './expectedFiles';
import { assertLog } from './assertLog';
import type { World } from './World';

/** What has to hold once nothing fails any more; numbered as in docs/explanation/engine.md. */
type Invariant = (world: World, customer: Customer) => Promise<void>;

/** 1. What was accepted is fulfilled. */
const nothingIsLost: Invariant = async ({ harness }, customer) => {
  for (const { uid, subject, sizes, deleted } of customer.accepted.values()) {
    const row = await harness.request(uid);
    const what = `${subject.promise} ${subject.name} (${sizes}) is ${row.state} ${row.state_reason}: ${row.state_message}`;
    assert.equal(row.generation, sizes.length, what);
    if (deleted) {
      assert.equal(row.state, 'Deleted', what);
    } else if (sizes.at(-1) === 'broken') {
      assert.ok(['Failed', 'Degraded'].includes(row.state), what);
      assert.match(row.state_message, /this size is broken/);
    } else {
      assert.equal(row.state, 'Delivered', what);
      assert.equal(row.delivered_generation, row.generation, what);
    }
  }
};

/** 2. Each accepted change is one generation, in order. */
const generationsAreKept: Invariant = async ({ harness }, customer) => {
  for (const { uid, sizes } of customer.accepted.values()) {
    const rows = await harness
      .knex<RequestGenerationRow>('request_generations')
      .where({ request_uid: uid })
      .orderBy('generation');
    expect(
      rows.map(row => [row.generation, JSON.parse(row.spec).size]),
    ).toEqual(sizes.map((size, index) => [index + 1, size]));
  }
};

/** 3. The branch holds what was asked for, and beside it nothing but what others wrote. 7. What others wrote stays. */
const branchIsRight: Invariant = async ({ harness, repository }, customer) => {
  const files = await harness.files();
  const live = [...customer.accepted.values()].filter(
    ({ deleted }) => !deleted,
  );
  for (const [path, allowed] of live.flatMap(request => [
    ...expectedFiles(request),
  ])) {
    assert.ok(
      allowed.has(files[path]),
      `${path} holds ${files[path]} and not ${[...allowed]}`,
    );
  }
  const expected = new Set(
    live.flatMap(request => [...expectedFiles(request).keys()]),
  );
  const folders = [...expected].map(path =>
    path.slice(0, path.lastIndexOf('/') + 1),
  );
  for (const [path, content] of Object.entries(files)) {
    const ours = folders.some(folder => path.startsWith(folder));
    assert.ok(
      ours ? expected.has(path) : content === FOREIGN,
      `${path} is too much`,
    );
  }
  for (const commit of repository.foreign) {
    await repository.git('merge-base', '--is-ancestor', commit, 'main');
  }
};

/** 4. Of what was deleted a tombstone is left. */
const deletedIsGone: Invariant = async ({ harness }) => {
  const gone = await harness
    .knex<RequestRow>('requests')
    .whereNotNull('deleted_at')
    .pluck('uid');
  for (const table of ['runs', 'works', 'placements']) {
    expect(await harness.knex(table).whereIn('request_uid', gone)).toEqual([]);
  }
  expect(
    await harness
      .knex<RequestRow>('requests')
      .whereNull('deleted_at')
      .whereIn('parent_uid', gone),
  ).toEqual([]);
};

/** 6. What is written is what the database says, in commits that it knows, each once. */
const commitsAreKnown: Invariant = async ({ harness, repository }) => {
  const unfinished = await harness
    .knex<BatchRow>('batches')
    .where({ state: 'Prepared' });
  expect(unfinished).toEqual([]);
  const placements = await harness.knex<PlacementRow>('placements');
  for (const row of placements) {
    assert.equal(row.state, 'Written', `${row.path} ${row.message}`);
    assert.equal(row.written_hash, row.desired_hash);
    await repository.git(
      'merge-base',
      '--is-ancestor',
      row.version_id!,
      'main',
    );
  }
  const batches = (
    await repository.git(
      'log',
      '--format=%(trailers:key=Batch,valueonly)',
      'main',
    )
  )
    .split('\n')
    .filter(Boolean);
  assert.equal(new Set(batches).size, batches.length);
};

/** 10. Children are those that the documents of live parents ask for. */
const childrenAreWanted: Invariant = async ({ harness }, customer) => {
  const rows = await harness
    .knex<RequestRow>('requests')
    .whereNotNull('parent_uid')
    .whereNull('deleted_at');
  const services = [...customer.accepted.values()].filter(
    ({ subject, deleted }) => subject.promise === 'service' && !deleted,
  );
  expect(rows.map(row => [row.parent_uid, row.name])).toEqual(
    services.map(({ uid, subject }) => [uid, `${subject.name}-db`]),
  );
};

/** 11. Nothing is left of what died. */
const nothingLeaks: Invariant = async ({ harness: { knex } }) => {
  const active = ['Pending', 'Running', 'Suspended'];
  expect(await knex<RunRow>('runs').whereIn('state', active)).toEqual([]);
  expect(
    await knex<StepRow>('steps').whereIn('state', ['Pending', 'Running']),
  ).toEqual([]);
  expect(
    await knex<WorkQueueRow>('work_queue').whereNotNull('set_aside_at'),
  ).toEqual([]);
  const held = [
    ...(await knex('work_workloads').pluck('sha256')),
    ...(await knex<PlacementRow>('placements')).flatMap(row =>
      [row.desired, row.written ?? '[]'].flatMap(text =>
        (JSON.parse(text) as Array<{ sha256: string }>).map(
          ({ sha256 }) => sha256,
        ),
      ),
    ),
  ];
  expect(
    await knex<WorkloadRow>('workloads')
      .whereNotIn('sha256', held)
      .pluck('sha256'),
  ).toEqual([]);
};

const INVARIANTS: readonly Invariant[] = [
  nothingIsLost,
  generationsAreKept,
  branchIsRight,
  deletedIsGone,
  commitsAreKnown,
  childrenAreWanted,
  nothingLeaks,
  ({ harness }) => assertLog(harness.knex),
];

/** Rejects with the first that does not hold. */
export async function assertInvariants(
  world: World,
  customer: Customer,
): Promise<void> {
  for (const invariant of INVARIANTS) await invariant(world, customer);
}
