import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Faults that `--break` seeds from outside, each of which the command has to notice. */
export const FAULTS = {
  content: 'somebody else changes a delivered file',
  delivery: 'the remote refuses every push',
  leftover: 'a file of the request stays in the remote after it was deleted',
  children: 'a child is no longer known to its parent',
  rows: 'a row stays in the database after the request was deleted',
} as const;

/** Name of a fault. */
export type Fault = keyof typeof FAULTS;

/** From now on the bare repository takes no push. */
export async function refusePushes(repository: string): Promise<void> {
  const hooks = join(repository, 'hooks');
  const hook = join(hooks, 'pre-receive');
  await mkdir(hooks, { recursive: true });
  await writeFile(hook, '#!/bin/sh\necho "refused on purpose" >&2\nexit 1\n');
  await chmod(hook, 0o755);
  // The portal's Git runs no hooks, unless the repository itself says so.
  await run('git', [
    '--git-dir',
    repository,
    'config',
    'core.hooksPath',
    hooks,
  ]);
}

/** Commits a file to the bare repository, or without content its removal, as somebody else would. */
export async function commitFile(
  repository: string,
  path: string,
  content: string | undefined,
): Promise<void> {
  const git = async (args: readonly string[], input?: string) => {
    const child = run('git', ['--git-dir', repository, ...args], {
      env: {
        ...process.env,
        GIT_INDEX_FILE: join(repository, 'fault.index'),
        GIT_AUTHOR_NAME: 'fault',
        GIT_AUTHOR_EMAIL: 'fault@example.com',
        GIT_COMMITTER_NAME: 'fault',
        GIT_COMMITTER_EMAIL: 'fault@example.com',
      },
    });
    child.child.stdin?.end(input);
    return (await child).stdout.trim();
  };
  const head = await git(['rev-parse', 'refs/heads/main']);
  await git(['read-tree', head]);
  if (content === undefined) {
    // Mode 0 takes an entry out; a bare repository has no work tree to remove it from.
    await git(
      ['update-index', '--index-info'],
      `0 ${'0'.repeat(40)}\t${path}\n`,
    );
  } else {
    const blob = await git(['hash-object', '-w', '--stdin'], content);
    await git([
      'update-index',
      '--add',
      '--cacheinfo',
      `100644,${blob},${path}`,
    ]);
  }
  const commit = await git([
    'commit-tree',
    await git(['write-tree']),
    '-p',
    head,
    '-m',
    'fault',
  ]);
  // Only from what it was built on: what is pushed in the meantime must not be lost by this.
  await git(['update-ref', 'refs/heads/main', commit, head]);
}

/** Adds a row that nothing accounts for. */
export function addRow(file: string): void {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    database
      .prepare(
        `INSERT INTO workloads (sha256, content, bytes, created_at) VALUES (?, ?, ?, ?)`,
      )
      .run('f'.repeat(64), Buffer.from('fault'), 5, new Date().toISOString());
  } finally {
    database.close();
  }
}
