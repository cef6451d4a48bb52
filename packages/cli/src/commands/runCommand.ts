import { agreeCommand } from './agreeCommand';
import { applyCommand } from './applyCommand';
import type { Command, CommandContext } from './Command';
import { deleteCommand } from './deleteCommand';
import { describeCommand } from './describeCommand';
import { getCommand } from './getCommand';
import { lintCommand } from './lintCommand';
import { logsCommand } from './logsCommand';
import { retryCommand } from './retryCommand';
import { runPromiseCommand } from './runPromiseCommand';
import { testCommand } from './testCommand';
import { UsageError } from './UsageError';

const commands: ReadonlyMap<string, Command> = new Map([
  ['run', runPromiseCommand],
  ['test', testCommand],
  ['lint', lintCommand],
  ['agree', agreeCommand],
  ['get', getCommand],
  ['describe', describeCommand],
  ['apply', applyCommand],
  ['delete', deleteCommand],
  ['logs', logsCommand],
  ['retry', retryCommand],
]);

function describeUsage(): string {
  const lines = [...commands.values()].map(
    ({ usage, description }) => `  promissory ${usage}\n      ${description}`,
  );
  return ['Usage:', ...lines].join('\n');
}

/** Runs the command that the first argument names; the result is the exit status. */
export async function runCommand(context: CommandContext): Promise<number> {
  const [name = '', ...args] = context.args;
  const command = commands.get(name);
  if (!command) {
    const asked = ['', 'help', '--help', '-h'].includes(name);
    if (!asked) context.complain(`There is no command ${name}`);
    context.complain(describeUsage());
    return asked && name ? 0 : 2;
  }
  if (args.some(arg => arg === '--help' || arg === '-h')) {
    context.print(
      `Usage: promissory ${command.usage}\n\n${command.description}`,
    );
    return 0;
  }
  try {
    return await command.run({ ...context, args });
  } catch (error) {
    context.complain(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    context.complain(`Usage: promissory ${command.usage}`);
    return 2;
  }
}
