/**
 * The command `promissory`.
 *
 * @packageDocumentation
 */
import { runCommand } from './commands/runCommand';

void runCommand({
  args: process.argv.slice(2),
  // Yarn runs scripts at the root; paths are meant from where the command was called.
  directory: process.env.INIT_CWD ?? process.cwd(),
  print: text => process.stdout.write(`${text}\n`),
  complain: text => process.stderr.write(`${text}\n`),
}).then(status => {
  process.exitCode = status;
});
