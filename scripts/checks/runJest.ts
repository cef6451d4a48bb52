import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../services/runCommand.ts';
import type { CheckResult } from './types.ts';

const root = resolve(import.meta.dirname, '../..');

interface JestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Which packages' tests to run, and for how long at most. */
export interface RunJestOptions {
  readonly name: string;
  /** Jest's flags that choose packages. */
  readonly packages: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
}

/** Runs the tests of some packages in one Jest; one that does not end in time is ended, and has failed. */
export async function runJest(options: RunJestOptions): Promise<CheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'promissory-unit-'));
  const summaryFile = join(folder, 'summary.json');
  let timer: NodeJS.Timeout | undefined;
  try {
    const command = runCommand(
      'backstage-cli',
      [
        'repo',
        'test',
        `--maxWorkers=${Math.max(1, Math.min(4, availableParallelism()))}`,
        '--watchAll=false',
        // Jest replaces a worker that holds more, and sometimes waits for ever for the test that it had given it.
        '--workerIdleMemoryLimit=6000M',
        // A machine that does other things as well is slow, not wrong.
        '--testTimeout=30000',
        '--json',
        `--outputFile=${summaryFile}`,
        ...options.packages,
      ],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: options.environment,
      },
    );
    timer = setTimeout(() => command.kill('SIGKILL'), options.timeoutMs);
    const code = await command.exitCode;
    const summary: JestSummary | undefined = await readFile(
      summaryFile,
      'utf8',
    ).then(JSON.parse, () => undefined);
    if (!summary) {
      return {
        passed: 0,
        failed: 1,
        skipped: 0,
        notes: [
          `unit: the tests of ${
            options.name
          } ended with ${code} and no summary (they may take ${
            options.timeoutMs / 60_000
          } minutes)`,
        ],
      };
    }
    const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
    return {
      passed: summary.numPassedTests,
      // A run that passed nothing, or that ended badly although each test passed, has not shown anything.
      failed:
        failed +
        (failed === 0 && (code !== 0 || summary.numPassedTests === 0) ? 1 : 0),
      skipped: summary.numPendingTests + summary.numTodoTests,
      notes: [],
    };
  } finally {
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
  }
}
