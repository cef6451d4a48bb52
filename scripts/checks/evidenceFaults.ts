import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { findPostgres, POSTGRES_HINT } from '../services/findPostgres.ts';
import { missing } from './missing.ts';
import type { Check, CheckResult } from './types.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

interface FaultyRun {
  readonly command: readonly string[];
  /** What the command has to complain about: another complaint would not show that it noticed the fault. */
  readonly complaint: RegExp;
  readonly needsPostgres?: true;
}

const goldenPath = (fault: string, complaint: RegExp): FaultyRun => ({
  command: [
    'benchmarks/src/golden-path/run.ts',
    '--rounds=1',
    '--json',
    `--break=${fault}`,
  ],
  complaint,
});
const benchLive = (fault: string, complaint: RegExp): FaultyRun => ({
  command: [
    'benchmarks/src/bench.ts',
    'live',
    '--events=60',
    '--viewers=10',
    '--seconds=5',
    '--json',
    `--break=${fault}`,
  ],
  complaint,
  needsPostgres: true,
});

const benchCompound = (fault: string, complaint: RegExp): FaultyRun => ({
  command: [
    'benchmarks/src/bench.ts',
    'compound',
    '--orders=2',
    '--json',
    `--break=${fault}`,
  ],
  complaint,
});
const benchActions = (fault: string, complaint: RegExp): FaultyRun => ({
  command: [
    'benchmarks/src/bench.ts',
    'actions',
    '--promises=20',
    '--rounds=40',
    '--json',
    `--break=${fault}`,
  ],
  complaint,
});
const benchSchema = (fault: string, complaint: RegExp): FaultyRun => ({
  command: ['benchmarks/src/bench.ts', 'schema', '--json', `--break=${fault}`],
  complaint,
});

const chaos = (fault: string, complaint: RegExp): FaultyRun => ({
  command: [
    'benchmarks/src/chaos/run.ts',
    '--points=0',
    '--requests=12',
    '--database=sqlite',
    '--json',
    `--break=${fault}`,
  ],
  complaint,
});

const runs: readonly FaultyRun[] = [
  goldenPath('content', /^ordered: different: /),
  goldenPath('delivery', /in vain for the expected tree/),
  goldenPath('leftover', /^after deletion: unexpected: left\/over\.yaml/),
  goldenPath('children', /^ordered: \d+ children, the expected files ask for/),
  goldenPath('rows', /^after deletion: 1 rows in workloads/),
  chaos('lost', /^sqlite: lost: /),
  chaos('doubled', /^sqlite: doubled: .* was completed 2 times$/),
  chaos('superseded', /^sqlite: doubled: different: /),
  chaos('bytes', /^sqlite: wrongBytes: different: /),
  chaos('orphan', /^sqlite: orphans: unexpected: /),
  benchCompound('lost', /files in a fresh clone, others/),
  benchCompound('children', /^9 children, expected 5 for each of 2 orders/),
  benchActions('slow', /^p95 of the list is/),
  benchActions('large', /^the list has/),
  benchActions('missing', /^19 actions for 20 Promises/),
  benchActions('touched', /^2 Templates changed with one Promise/),
  benchSchema('slow', /^one more key press takes/),
  benchSchema('large', /^the bundle has/),
  benchSchema('empty', /^there is no schema in/),
  benchLive('lost', /^1 of \d+ events did not arrive/),
  benchLive('late', /^p95 from commit to the viewer/),
  benchLive('chatty', /statements per second with 10 idle viewers/),
];

/** Runs a command with its fault; undefined when it failed for the right reason, else what is wrong with that. */
async function judge({
  command,
  complaint,
}: FaultyRun): Promise<string | undefined> {
  const { code, stdout } = await run(process.execPath, command, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    result => ({ code: 0, stdout: result.stdout }),
    error => ({ code: Number(error.code), stdout: String(error.stdout) }),
  );
  const name = command.slice(0, 2).concat(command.slice(-1)).join(' ');
  if (code !== 1) {
    return `${name}: exit code ${code}, expected 1`;
  }
  const verdict = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    ok: boolean;
    problems: readonly string[];
  };
  return verdict.ok ||
    !verdict.problems.some(problem => complaint.test(problem))
    ? `${name}: did not complain about its fault but said ${JSON.stringify(
        verdict.problems,
      )}`
    : undefined;
}

/** Every seeded fault of every evidence command makes it fail, for the reason that was seeded. */
export const evidenceFaults: Check = {
  name: 'evidence',
  async run(): Promise<CheckResult> {
    const notes: string[] = [];
    let passed = 0;
    let failed = 0;
    const possible = runs.filter(
      ({ needsPostgres }) => !needsPostgres || findPostgres(),
    );
    for (const faulty of possible) {
      const problem = await judge(faulty);
      console.log(
        `${problem ? 'failed' : 'noticed'}: ${faulty.command.join(' ')}`,
      );
      passed += problem ? 0 : 1;
      failed += problem ? 1 : 0;
      notes.push(...(problem ? [problem] : []));
    }
    const without =
      possible.length < runs.length
        ? missing('Postgres', POSTGRES_HINT)
        : undefined;
    return {
      passed,
      failed: failed + (without?.failed ?? 0),
      skipped: without?.skipped ?? 0,
      notes: [...notes, ...(without?.notes ?? [])],
    };
  },
};
