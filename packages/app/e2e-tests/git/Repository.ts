import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Portal } from '@promissory/scripts/services/startPortal';

const run = promisify(execFile);

/** The bare repository that the example Destinations are delivered to, as git itself sees it. */
export class Repository {
  readonly #directory: string;

  static of(portal: Pick<Portal, 'repository'>): Repository {
    return new Repository(portal.repository);
  }

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Paths of all files of a commit. */
  async files(commit = 'main'): Promise<string[]> {
    return lines(await this.#git('ls-tree', '-r', '--name-only', commit));
  }

  async read(path: string, commit = 'main'): Promise<string> {
    return this.#git('show', `${commit}:${path}`);
  }

  /** Commits that changed something below a path, the newest first. */
  async commitsOf(path: string): Promise<string[]> {
    return lines(await this.#git('log', '--format=%H', 'main', '--', path));
  }

  /** The whole hash, if the commit is part of the branch. */
  async resolve(commit: string): Promise<string> {
    await this.#git('merge-base', '--is-ancestor', commit, 'main');
    return (await this.#git('rev-parse', `${commit}^{commit}`)).trim();
  }

  async #git(...args: readonly string[]): Promise<string> {
    const { stdout } = await run('git', [
      '--git-dir',
      this.#directory,
      ...args,
    ]);
    return stdout;
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}
