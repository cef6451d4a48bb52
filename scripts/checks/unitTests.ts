import { findPostgres, POSTGRES_HINT } from '../services/findPostgres.ts';
import { startPostgres } from '../services/startPostgres.ts';
import { missing } from './missing.ts';
import { runJest } from './runJest.ts';
import type { Check, CheckResult } from './types.ts';

const MINUTE = 60_000;
/** They run the longest, and hold the most memory: each has a Jest of its own. */
const LARGE = [
  '@promissory/plugin-promises-engine',
  '@promissory/plugin-promises-backend',
];

const GROUPS = [
  ...LARGE.map(name => ({ name, packages: ['--selectProjects', name] })),
  {
    name: 'the other packages',
    packages: ['--ignoreProjects', ...LARGE],
  },
];

/** Unit and integration tests of all packages: on SQLite, and on Postgres where there is one. */
export const unitTests: Check = {
  name: 'unit',
  async run() {
    const given = process.env.PROMISSORY_TEST_POSTGRES;
    const own = given || !findPostgres() ? undefined : await startPostgres();
    const connection = given ?? own?.connectionString;
    const results: CheckResult[] = [];
    try {
      for (const group of GROUPS) {
        results.push(
          await runJest({
            ...group,
            timeoutMs: 15 * MINUTE,
            environment: {
              ...process.env,
              BACKSTAGE_TEST_DISABLE_DOCKER: '1',
              ...(connection && {
                BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING:
                  connection,
              }),
            },
          }),
        );
      }
    } finally {
      await own?.stop();
    }
    if (!connection) results.push(missing('Postgres', POSTGRES_HINT));
    const sum = (of: (result: CheckResult) => number) =>
      results.reduce((total, result) => total + of(result), 0);
    return {
      passed: sum(({ passed }) => passed),
      failed: sum(({ failed }) => failed),
      skipped: sum(({ skipped }) => skipped),
      notes: results.flatMap(({ notes }) => notes),
    };
  },
};
