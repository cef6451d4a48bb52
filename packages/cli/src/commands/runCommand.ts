import { agreeCommand } from './agreeCommand';
import type { Command, CommandContext } from './Command';
import { lintCommand } from './lintCommand';
import { runPromiseCommand } from './runPromiseCommand';
import { testCommand } from './testCommand';
import { UsageError } from './UsageError';

const commands: ReadonlyMap<string, Command> = new Map([
  ['agree', agreeCommand],
  ['lint', lintCommand],
  ['run', runPromiseCommand],
  ['test', testCommand],
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
  try {
    return await command.run({ ...context, args });
  } catch (error) {
    context.complain(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return 1;
    context.complain(`Usage: promissory ${command.usage}`);
    return 2;
  }
}
