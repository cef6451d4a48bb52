/**
 * Every check of the project, or only those named: `./yarnw test lint unit`. Goes through all of them even when one
 * fails, and ends with one line: N passed, N failed, N skipped.
 */
import { chaos } from './checks/chaos.ts';
import { commandCheck } from './checks/commandCheck.ts';
import { evidenceFaults } from './checks/evidenceFaults.ts';
import { endToEndTests } from './checks/endToEndTests.ts';
import { packages } from './checks/packages.ts';
import type { Check, CheckResult } from './checks/types.ts';
import { unitTests } from './checks/unitTests.ts';

const checks: readonly Check[] = [
  commandCheck('types', 'tsc', [], 'Mend what the compiler says.'),
  commandCheck(
    'lint',
    'backstage-cli',
    ['repo', 'lint'],
    'Mend what the linter says.',
  ),
  commandCheck(
    'format',
    'prettier',
    ['--check', '.'],
    'Run ./yarnw prettier:write.',
  ),
  commandCheck(
    'generated',
    'node',
    ['scripts/generateApiTypes.ts', '--check'],
    'Run ./yarnw generate.',
  ),
  commandCheck(
    'api-reports',
    'node',
    ['scripts/apiReports.ts', '--ci'],
    'Run ./yarnw api-reports and commit the change.',
  ),
  commandCheck(
    'tools',
    'node',
    ['--test', 'benchmarks/src/**/*.test.ts', 'scripts/**/*.test.ts'],
    'A command of the project does not do what it says.',
  ),
  packages,
  unitTests,
  commandCheck(
    'golden-path',
    'node',
    ['benchmarks/src/golden-path/run.ts', '--rounds=2', '--json'],
    'The path from an order to Git does not hold.',
  ),
  chaos,
  evidenceFaults,
  endToEndTests,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter(
  name => !checks.some(check => check.name === name),
);
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${checks
      .map(check => check.name)
      .join(', ')}`,
  );
  process.exit(2);
}

const results: CheckResult[] = [];
for (const check of checks.filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
)) {
  const started = performance.now();
  console.log(`\n── ${check.name}`);
  const result = await check.run().catch(
    (error: unknown): CheckResult => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      notes: [
        `${check.name}: ${
          error instanceof Error ? error.message : String(error)
        }`,
      ],
    }),
  );
  results.push(result);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `── ${check.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped in ${seconds} s`,
  );
}

const sum = (key: 'passed' | 'failed' | 'skipped') =>
  results.reduce((total, result) => total + result[key], 0);
console.log('');
for (const note of results.flatMap(result => result.notes)) {
  console.log(note);
}
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
);
