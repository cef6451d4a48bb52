import { findPostgres, POSTGRES_HINT } from '../services/findPostgres.ts';
import { commandCheck } from './commandCheck.ts';
import { missing } from './missing.ts';
import type { Check, CheckResult } from './types.ts';

/** A few processes are killed under load; the long run is committed in benchmarks/results. */
export const chaos: Check = {
  name: 'chaos',
  async run(): Promise<CheckResult> {
    const hasPostgres = Boolean(findPostgres());
    const result = await commandCheck(
      'chaos',
      'node',
      [
        'benchmarks/src/chaos/run.ts',
        '--points=3',
        '--json',
        ...(hasPostgres ? [] : ['--database=sqlite']),
      ],
      'Something was lost, done twice or left behind.',
    ).run();
    const without = hasPostgres
      ? undefined
      : missing('Postgres', POSTGRES_HINT);
    return {
      passed: result.passed,
      failed: result.failed + (without?.failed ?? 0),
      skipped: without?.skipped ?? 0,
      notes: [...result.notes, ...(without?.notes ?? [])],
    };
  },
};
