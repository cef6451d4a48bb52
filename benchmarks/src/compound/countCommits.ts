import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Commits of the branch of a bare repository, from after `since` where it is given. */
export async function countCommits(
  repository: string,
  since?: string,
): Promise<number> {
  const { stdout } = await run('git', [
    '--git-dir',
    repository,
    'rev-list',
    '--count',
    since ? `${since}..refs/heads/main` : 'refs/heads/main',
  ]);
  return Number(stdout);
}
