import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { migratedDatabase } from '../testing/migratedDatabase';
import { claimWork } from './claimWork';
import { enqueueWork } from './enqueueWork';
import { releaseWork } from './releaseWork';
import type { ClaimedWork } from './types';

jest.setTimeout(120_000);

const LEASE_MS = 10_000;
const START = Date.parse('2030-01-01T00:00:00.000Z');
const KEYS = ['a', 'b'];
const OWNERS = ['one', 'two'];

/** What the queue should hold for a key. */
interface Expected {
  runAt: number;
  lease?: { owner: string; until: number; work: ClaimedWork };
  again?: number;
}

const command = fc.oneof(
  fc.record({
    type: fc.constant('enqueue' as const),
    key: fc.constantFrom(...KEYS),
    inSeconds: fc.integer({ min: 0, max: 8 }),
  }),
  fc.record({
    type: fc.constant('claim' as const),
    owner: fc.constantFrom(...OWNERS),
  }),
  fc.record({
    type: fc.constant('release' as const),
    owner: fc.constantFrom(...OWNERS),
    inSeconds: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('pass' as const),
    // A clock may go back.
    seconds: fc.integer({ min: -5, max: 12 }),
  }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** The same queue in memory, and every claim that was ever given out. */
class Model {
  now = START;
  readonly expected = new Map<string, Expected>();
  readonly held: Array<{ owner: string; work: ClaimedWork }> = [];
  readonly epochs = new Map<string, number>();

  constructor(readonly knex: Knex) {}

  async run(step: Command): Promise<void> {
    switch (step.type) {
      case 'enqueue':
        return this.enqueue(step.key, this.now + step.inSeconds * 1_000);
      case 'claim':
        return this.claim(step.owner);
      case 'release':
        return this.release(
          step.owner,
          step.inSeconds === undefined
            ? undefined
            : this.now + step.inSeconds * 1_000,
        );
      default:
        this.now += step.seconds * 1_000;
        return undefined;
    }
  }

  async enqueue(key: string, runAt: number): Promise<void> {
    await enqueueWork(this.knex, {
      kind: 'request',
      key,
      runAt: new Date(runAt),
    });
    const row = this.expected.get(key);
    if (!row) {
      this.expected.set(key, { runAt });
    } else if (row.lease) {
      row.again = Math.min(row.again ?? Infinity, runAt);
    } else {
      row.runAt = Math.min(row.runAt, runAt);
    }
  }

  async claim(owner: string): Promise<void> {
    const claimed = await claimWork(this.knex, {
      kinds: ['request'],
      owner,
      leaseMs: LEASE_MS,
      limit: 10,
      now: new Date(this.now),
    });
    const due = [...this.expected].filter(([, row]) =>
      row.lease ? row.lease.until < this.now : row.runAt <= this.now,
    );
    assert.deepEqual(
      [...claimed].map(({ key }) => key).sort(),
      due.map(([key]) => key).sort(),
    );
    for (const work of claimed) {
      assert.ok(work.epoch > (this.epochs.get(work.key) ?? 0));
      this.epochs.set(work.key, work.epoch);
      this.held.push({ owner, work });
      const row = this.expected.get(work.key)!;
      row.lease = { owner, until: this.now + LEASE_MS, work };
      row.again = undefined;
    }
  }

  /** Releases everything that an owner was ever given: stale claims must do nothing. */
  async release(owner: string, runAt: number | undefined): Promise<void> {
    for (const { work } of this.held.filter(held => held.owner === owner)) {
      const row = this.expected.get(work.key);
      const outcome = await releaseWork(this.knex, {
        work,
        owner,
        runAt: runAt === undefined ? undefined : new Date(runAt),
        now: new Date(this.now),
      });
      if (row?.lease?.work !== work) {
        assert.equal(outcome, 'lost');
        continue;
      }
      const next = Math.min(row.again ?? Infinity, runAt ?? Infinity);
      assert.equal(outcome, next === Infinity ? 'done' : 'again');
      if (next === Infinity) {
        this.expected.delete(work.key);
      } else {
        this.expected.set(work.key, { runAt: next });
      }
    }
  }

  async compare(): Promise<void> {
    const rows = [...(await this.knex('work_queue').orderBy('key'))];
    assert.deepEqual(
      rows.map(row => [row.key, row.lease_owner, Boolean(row.again)]),
      [...this.expected]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, row]) => [
          key,
          row.lease?.owner ?? null,
          row.again !== undefined,
        ]),
    );
    for (const row of rows.filter(({ lease_owner: owner }) => !owner)) {
      assert.equal(Date.parse(row.run_at), this.expected.get(row.key)!.runAt);
    }
  }
}

describe('the work queue', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

  it.each(databases.eachSupportedId())(
    'does what a queue in memory does, whatever comes, on %s',
    async id => {
      const knex = await migratedDatabase(databases, id);
      const property = fc.assert(
        fc.asyncProperty(
          fc.array(command, { minLength: 1, maxLength: 30 }),
          async steps => {
            await knex('work_queue').delete();
            const model = new Model(knex);
            for (const step of steps) {
              await model.run(step);
              await model.compare();
            }
          },
        ),
        {
          numRuns: 60,
          // A row that goes and comes back at one and the same time.
          examples: [
            [
              [
                { type: 'enqueue', key: 'a', inSeconds: 0 },
                { type: 'claim', owner: 'two' },
                { type: 'release', owner: 'two', inSeconds: undefined },
                { type: 'enqueue', key: 'a', inSeconds: 0 },
                { type: 'claim', owner: 'one' },
              ],
            ],
          ],
        },
      );
      await expect(property).resolves.toBeUndefined();
    },
  );
});
