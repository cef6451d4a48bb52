import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commitForeign } from '../../__testUtils__/commitForeign';

const run = promisify(execFile);

/** What the next push meets. */
export type PushFault = 'hangsBefore' | 'hangsAfter' | 'refused';

/**
 * A fault is a file that the hook of one push takes away. A push that hangs goes on when it is let go, whoever waits for
 * it by then.
 */
const hook = (folder: string, fault: PushFault) => `#!/bin/sh
if mv '${folder}/${fault}' '${folder}/held-'$$ 2>/dev/null; then
  ${fault === 'refused' ? 'exit 1' : ''}
  while [ -e '${folder}/held-'$$ ]; do sleep 0.05; done
fi
exit 0
`;

/** A bare repository that fails as it is told. */
export class StateRepository {
  static async create(directory: string): Promise<StateRepository> {
    const path = join(directory, 'local', 'state.git');
    const faults = join(directory, 'faults');
    const hooks = join(directory, 'hooks');
    await Promise.all([mkdir(faults), mkdir(hooks)]);
    await run('git', ['init', '--quiet', '--bare', '-b', 'main', path]);
    await run('git', ['--git-dir', path, 'config', 'core.hooksPath', hooks]);
    for (const [name, fault] of [
      ['pre-receive', 'hangsBefore'],
      ['post-receive', 'hangsAfter'],
      ['update', 'refused'],
    ] as const) {
      await writeFile(join(hooks, name), hook(faults, fault));
      await chmod(join(hooks, name), 0o755);
    }
    return new StateRepository(path, faults);
  }

  readonly path: string;
  /** Commits of others, in order. */
  readonly foreign: string[] = [];
  readonly #faults: string;
  #up = true;

  private constructor(path: string, faults: string) {
    this.path = path;
    this.#faults = faults;
  }

  async fail(fault: PushFault): Promise<void> {
    await writeFile(join(this.#faults, fault), '');
  }

  /** Lets go whatever hangs; from now on nothing does. */
  async heal(): Promise<void> {
    await this.setUp(true);
    for (const name of await readdir(this.#faults)) {
      await rm(join(this.#faults, name), { force: true });
    }
  }

  async setUp(up: boolean): Promise<void> {
    if (up === this.#up) return;
    this.#up = up;
    const away = `${this.path}.away`;
    await (up ? rename(away, this.path) : rename(this.path, away));
  }

  /** Somebody else's commit; undefined removes. */
  async commit(
    files: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    if (this.#up) this.foreign.push(await commitForeign(this.path, files));
  }

  async git(...gitArguments: string[]): Promise<string> {
    const { stdout } = await run(
      'git',
      ['--git-dir', this.path, ...gitArguments],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return stdout;
  }
}
