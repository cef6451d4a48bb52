import fc from 'fast-check';

/** What is ordered. A broken one fails in its last pipeline, a small one writes a file less. */
export const SIZES = ['small', 'large', 'huge', 'broken'] as const;
export type Size = (typeof SIZES)[number];

/** Names of requests by the Promise; a service orders a database. */
export const SUBJECTS = [
  { promise: 'database', name: 'one' },
  { promise: 'database', name: 'two' },
  { promise: 'service', name: 'shop' },
] as const;
export type Subject = (typeof SUBJECTS)[number];

const subject = fc.constantFrom(...SUBJECTS);
const HOUR = 3_600_000;

/** One thing that somebody does, or that happens. */
export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('apply' as const),
      subject,
      size: fc.constantFrom(...SIZES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('delete' as const), subject }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('act' as const),
      subject,
      verb: fc.constantFrom('pause', 'resume', 'retry', 'reconcile'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('kill' as const),
      statements: fc.integer({ min: 0, max: 120 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('freeze' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wake' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('push' as const),
      fault: fc.constantFrom('hangsBefore', 'hangsAfter', 'refused'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('hangPipeline' as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('foreign' as const),
      subject,
      what: fc.constantFrom('changes', 'removes', 'adds', 'elsewhere'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('clock' as const),
      byMs: fc.constantFrom(-HOUR, 5_000, HOUR, 11 * HOUR),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('store' as const),
      up: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('pass' as const),
      ms: fc.integer({ min: 1, max: 600 }),
    }),
  },
);

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
