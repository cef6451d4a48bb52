import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Copies a bare repository, with its objects in one pack, as a server keeps it: clones of one to which was pushed a moment
 * ago take longer. Answers the folder.
 */
export async function copyRepository(
  repository: string,
  folder: string,
): Promise<string> {
  await run('git', [
    'clone',
    '--quiet',
    '--bare',
    `file://${repository}`,
    folder,
  ]);
  return folder;
}
