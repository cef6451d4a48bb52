/** Writes, or with --ci compares, the API report of each published package. */
import { resolve } from 'node:path';
import { runCommand } from './services/runCommand.ts';

const root = resolve(import.meta.dirname, '..');

// From scratch: what an incremental build emits depends on what was compiled before, down to the order of unions.
const types = await runCommand('tsc', ['--incremental', 'false'], { cwd: root })
  .exitCode;
process.exitCode =
  types ||
  (await runCommand(
    'backstage-repo-tools',
    [
      'api-reports',
      '--allow-all-warnings',
      // Its text holds the path of the checkout.
      '--omit-messages=ae-wrong-input-file-type',
      ...process.argv.slice(2),
      'plugins/*',
    ],
    { cwd: root },
  ).exitCode);
