import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Files by their slash separated path. */
export type FileTree = ReadonlyMap<string, Buffer>;

/** Reads a folder, `.git` aside. */
export async function readTree(folder: string): Promise<FileTree> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      relative(folder, join(entry.parentPath, entry.name)).replaceAll(
        '\\',
        '/',
      ),
    )
    .filter(path => !path.startsWith('.git/'));
  return new Map(
    await Promise.all(
      files.map(
        async path =>
          [path, await readFile(join(folder, path))] as [string, Buffer],
      ),
    ),
  );
}

/** What a GitOps agent would see: the remote's head and fresh clones of it. */
export class GitRemote {
  readonly #url: string;

  constructor(repository: string) {
    this.#url = `file://${repository}`;
  }

  /** Commit of the branch by `git ls-remote`; undefined while there is none. */
  async head(): Promise<string | undefined> {
    const { stdout } = await run('git', [
      'ls-remote',
      this.#url,
      'refs/heads/main',
    ]).catch(() => ({ stdout: '' }));
    return stdout.split('\t')[0] || undefined;
  }

  /** Commit and all files of a clone made now; no files while there is no branch. */
  async clone(): Promise<{
    readonly commit: string | undefined;
    readonly files: FileTree;
  }> {
    if (!(await this.head())) {
      return { commit: undefined, files: new Map() };
    }
    const folder = await mkdtemp(join(tmpdir(), 'promissory-clone-'));
    try {
      await run('git', [
        'clone',
        '--quiet',
        '--depth=1',
        '--branch=main',
        this.#url,
        folder,
      ]);
      const { stdout } = await run('git', ['-C', folder, 'rev-parse', 'HEAD']);
      return { commit: stdout.trim(), files: await readTree(folder) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** What differs between two trees, a line each; empty when they are byte for byte the same. */
export function compareTrees(
  actual: FileTree,
  expected: FileTree,
): readonly string[] {
  const differences: string[] = [];
  for (const [path, content] of expected) {
    const found = actual.get(path);
    if (!found) {
      differences.push(`missing: ${path}`);
    } else if (!found.equals(content)) {
      differences.push(`different: ${path}`);
    }
  }
  for (const path of actual.keys()) {
    if (!expected.has(path)) {
      differences.push(`unexpected: ${path}`);
    }
  }
  return differences;
}
