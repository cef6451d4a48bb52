import { execFile } from 'node:child_process';
import {
  appendFile,
  chmod,
  mkdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commitFile } from '../../golden-path/faults.ts';
import { waitUntil } from '../../portal/waitUntil.ts';

const run = promisify(execFile);
const FAULT_MS = 30_000;

/**
 * What stands before the remote: `accept` passes pushes on, `refuse` turns them away, `hold` lets one hang until it is
 * let go, `fail` ends the remote's process when it has moved the branch and before it has said so.
 */
export type RemoteMode = 'accept' | 'refuse' | 'hold' | 'fail';

/** A bare repository with a front that can be told what becomes of a push. */
export class RemoteFront {
  static async create(repository: string): Promise<RemoteFront> {
    await run('git', ['init', '--quiet', '--bare', '-b', 'main', repository]);
    const front = new RemoteFront(repository);
    await front.#install();
    return front;
  }

  readonly repository: string;
  /** Files that were committed by others, by path. */
  readonly foreign = new Map<string, Buffer>();
  readonly #folder: string;

  private constructor(repository: string) {
    this.repository = repository;
    this.#folder = join(repository, 'front');
  }

  /** Refuses what comes, and passes it on again after the time. Whether anything came. */
  async refuse(ms: number): Promise<boolean> {
    await this.#mode('refuse');
    const came = await this.#waitFor('refused');
    await new Promise(done => setTimeout(done, ms));
    await this.#mode('accept');
    return came;
  }

  /** Ends one push after it was accepted, so that its sender does not learn of it. Whether one came. */
  async failAfterAccepting(): Promise<boolean> {
    await this.#mode('fail');
    const came = await this.#waitFor('failed');
    await this.#mode('accept');
    return came;
  }

  /** Holds one push while something is done, then lets it go. Whether one came. */
  async hold(meanwhile: () => Promise<unknown>): Promise<boolean> {
    await this.#mode('hold');
    const came = await this.#waitFor('held');
    try {
      if (came) await meanwhile();
    } finally {
      await this.#mode('accept');
    }
    return came;
  }

  /** Somebody else commits a file. */
  async commitForeign(path: string, content: string): Promise<void> {
    await waitUntil(
      'a commit of somebody else',
      async () => {
        try {
          await commitFile(this.repository, path, content);
          return true;
        } catch {
          // A push came between; on top of it, then.
          return undefined;
        }
      },
      { timeoutMs: FAULT_MS, everyMs: 20 },
    );
    this.foreign.set(path, Buffer.from(content));
  }

  async #mode(mode: RemoteMode): Promise<void> {
    await rm(join(this.#folder, 'log'), { force: true });
    await writeFile(join(this.#folder, 'mode'), mode);
  }

  #waitFor(what: string): Promise<boolean> {
    const log = join(this.#folder, 'log');
    return waitUntil(
      `a push that is ${what}`,
      async () =>
        (existsSync(log) && (await readFile(log, 'utf8')).includes(what)) ||
        undefined,
      { timeoutMs: FAULT_MS, everyMs: 20 },
    ).catch(() => false);
  }

  async #install(): Promise<void> {
    const hooks = join(this.repository, 'hooks');
    await mkdir(hooks, { recursive: true });
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, 'mode'), 'accept');
    await appendFile(join(this.#folder, 'log'), '');
    const front = `front='${this.#folder}'\nmode=$(cat "$front/mode")\n`;
    await this.#hook(
      'pre-receive',
      `${front}case $mode in
  refuse) echo refused >>"$front/log"; echo 'refused on purpose' >&2; exit 1 ;;
  hold) echo held >>"$front/log"; while [ "$(cat "$front/mode")" = hold ]; do sleep 0.05; done ;;
esac
`,
    );
    await this.#hook(
      'reference-transaction',
      `${front}if [ "$mode" = fail ] && [ "$1" = committed ]; then
  echo accept >"$front/mode"
  echo failed >>"$front/log"
  kill -9 $PPID
fi
`,
    );
    // The portal's Git runs no hooks, unless the repository itself says so.
    await run('git', [
      '--git-dir',
      this.repository,
      'config',
      'core.hooksPath',
      hooks,
    ]);
  }

  async #hook(name: string, script: string): Promise<void> {
    const file = join(this.repository, 'hooks', name);
    await writeFile(file, `#!/bin/sh\n${script}`);
    await chmod(file, 0o755);
  }
}
