import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConflictError, isError } from '@backstage/errors';
import { runGit } from './runGit';

/** What becomes a repository. */
export interface PublishOptions {
  /** Files that are committed. */
  readonly source: string;
  /** Path of the bare repository; must not exist, unless this key made it. */
  readonly repository: string;
  readonly branch: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** Says who made the repository: publishing again with the same key leaves it as it is. */
  readonly key: string;
}

/** A bare repository with one commit, made in one move, so that there is never half a one. Returns the commit. */
export async function publishDirectory(
  options: PublishOptions,
): Promise<string> {
  const { source, repository, branch, message, author, key } = options;
  if (await isMadeBy(repository, key)) return headOf(repository, branch);
  await mkdir(dirname(repository), { recursive: true });
  const draft = await mkdtemp(`${repository}-`);
  const git = async (...parameters: string[]) =>
    runGit(['--git-dir', draft, ...parameters]);
  try {
    await runGit(['init', '--bare', '--quiet', '-b', branch, draft]);
    await git('config', 'promissory.key', key);
    await git('--work-tree', source, 'add', '--all', '.');
    await git(
      '--work-tree',
      source,
      '-c',
      `user.name=${author.name}`,
      '-c',
      `user.email=${author.email}`,
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      message,
    );
    await rename(draft, repository);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new ConflictError(
      `The repository ${repository} exists already; choose another name`,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return headOf(repository, branch);
}

async function isMadeBy(repository: string, key: string): Promise<boolean> {
  try {
    const file = join(repository, 'config');
    const made = await runGit(['config', '--file', file, 'promissory.key']);
    return made === key;
  } catch {
    return false;
  }
}

function headOf(repository: string, branch: string): Promise<string> {
  return runGit(['--git-dir', repository, 'rev-parse', `refs/heads/${branch}`]);
}

function isTaken(error: unknown): boolean {
  const code = isError(error) ? error.code : undefined;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}
