import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPostgres, POSTGRES_HINT } from '../services/findPostgres.ts';
import { runCommand } from '../services/runCommand.ts';
import { startPostgres } from '../services/startPostgres.ts';
import { missing } from './missing.ts';
import type { Check } from './types.ts';

const root = resolve(import.meta.dirname, '../..');

interface JestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Unit and integration tests of all packages: on SQLite, and on Postgres where there is one. */
export const unitTests: Check = {
  name: 'unit',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'promissory-unit-'));
    const summaryFile = join(folder, 'summary.json');
    const given = process.env.PROMISSORY_TEST_POSTGRES;
    const own = given || !findPostgres() ? undefined : await startPostgres();
    const connection = given ?? own?.connectionString;
    try {
      const code = await runCommand(
        'backstage-cli',
        [
          'repo',
          'test',
          `--maxWorkers=${Math.max(1, Math.min(4, availableParallelism()))}`,
          '--watchAll=false',
          // A machine that does other things as well is slow, not wrong.
          '--testTimeout=30000',
          '--json',
          `--outputFile=${summaryFile}`,
        ],
        {
          cwd: root,
          stdio: ['ignore', 'ignore', 'inherit'],
          env: {
            ...process.env,
            BACKSTAGE_TEST_DISABLE_DOCKER: '1',
            ...(connection && {
              BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING: connection,
            }),
          },
        },
      ).exitCode;
      const summary: JestSummary | undefined = await readFile(
        summaryFile,
        'utf8',
      ).then(JSON.parse, () => undefined);
      if (!summary) {
        return {
          passed: 0,
          failed: 1,
          skipped: 0,
          notes: [`unit: the test runner ended with ${code} and no summary`],
        };
      }
      const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
      const postgres = connection
        ? undefined
        : missing('Postgres', POSTGRES_HINT);
      return {
        passed: summary.numPassedTests,
        // A run that passed nothing, or that ended badly although each test passed, has not shown anything.
        failed:
          failed +
          (postgres?.failed ?? 0) +
          (failed === 0 && (code !== 0 || summary.numPassedTests === 0)
            ? 1
            : 0),
        skipped:
          summary.numPendingTests +
          summary.numTodoTests +
          (postgres?.skipped ?? 0),
        notes: postgres?.notes ?? [],
      };
    } finally {
      await own?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
