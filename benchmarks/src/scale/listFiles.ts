import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BUFFER = 256 * 1024 * 1024;

/** A file on the branch of a bare repository. */
export interface ListedFile {
  readonly path: string;
  readonly blob: string;
}

/** Files of the branch of a bare repository, of which there are too many for a clone. */
export async function listFiles(
  repository: string,
): Promise<readonly ListedFile[]> {
  const { stdout } = await run(
    'git',
    ['--git-dir', repository, 'ls-tree', '-r', '-z', 'refs/heads/main'],
    { maxBuffer: BUFFER },
  );
  return stdout.split('\0').flatMap(line => {
    const [, blob, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
    return blob && path ? [{ blob, path }] : [];
  });
}
