import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A PATH on which git writes down its arguments before it does its work, and what it wrote. */
export async function recordGitCommands(directory: string): Promise<{
  readonly path: string;
  readonly commands: () => Promise<string[]>;
}> {
  const folder = join(directory, 'bin');
  const log = join(directory, 'commands.log');
  const { stdout } = await promisify(execFile)('sh', ['-c', 'command -v git']);
  await mkdir(folder);
  await writeFile(log, '');
  await writeFile(
    join(folder, 'git'),
    `#!/bin/sh\necho "$*" >> '${log}'\nexec '${stdout.trim()}' "$@"\n`,
  );
  await chmod(join(folder, 'git'), 0o755);
  return {
    path: `${folder}:${process.env.PATH}`,
    commands: async () =>
      (await readFile(log, 'utf8')).split('\n').filter(Boolean),
  };
}
