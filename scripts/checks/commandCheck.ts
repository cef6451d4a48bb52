import { resolve } from 'node:path';
import { runCommand } from '../services/runCommand.ts';
import type { Check } from './types.ts';

const root = resolve(import.meta.dirname, '../..');

/** A check that passes when the command exits with 0. */
export function commandCheck(
  name: string,
  command: string,
  args: readonly string[],
  remedy: string,
): Check {
  return {
    name,
    async run() {
      const code = await runCommand(command, args, { cwd: root }).exitCode;
      return code === 0
        ? { passed: 1, failed: 0, skipped: 0, notes: [] }
        : {
            passed: 0,
            failed: 1,
            skipped: 0,
            notes: [`${name}: exit code ${code}. ${remedy}`],
          };
    },
  };
}
