import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import type { GitCommand, GitRunResult } from './GitCommand';
import { GitCommandError } from './GitCommandError';
import type { GitRemote } from './types';

/**
 * What a crash leaves half written here is made anew, so nothing waits for the disk; the other end of a push does as it
 * is set up to.
 */
const OF_COPY = { 'core.fsync': 'none' };

export interface GitCopyOptions {
  readonly command: GitCommand;
  /** Bare repository of our own: a copy that may be deleted at any time. */
  readonly directory: string;
  readonly remote: GitRemote;
  readonly branch: string;
  /** Makes a local repository that is not there. */
  readonly createLocal: boolean;
  /** Git settings with credentials, asked for before every contact with the remote. */
  readonly credentials: () => Promise<Readonly<Record<string, string>>>;
}

/** A bare repository beside the remote one: where objects are built before they are pushed. */
export class GitCopy {
  readonly #options: GitCopyOptions;
  #opened = false;

  static create(options: GitCopyOptions): GitCopy {
    return new GitCopy(options);
  }

  private constructor(options: GitCopyOptions) {
    this.#options = options;
  }

  /** What git calls the remote by. */
  get address(): string {
    const { remote } = this.#options;
    return remote.kind === 'local' ? remote.directory : remote.url;
  }

  /** Makes what is missing, and answers whether the copy is new. */
  async open(signal?: AbortSignal): Promise<boolean> {
    const { directory, remote, createLocal } = this.#options;
    if (
      remote.kind === 'local' &&
      createLocal &&
      !(await exists(`${remote.directory}/HEAD`))
    ) {
      await this.#initialise(remote.directory, signal);
    }
    if (this.#opened && (await exists(directory))) {
      return false;
    }
    const isNew = !(await exists(`${directory}/HEAD`));
    if (isNew) {
      // What a crash has left without a HEAD is no repository.
      await rm(directory, { recursive: true, force: true });
      await this.#initialise(directory, signal);
    }
    this.#opened = true;
    return isNew;
  }

  /** True where the copy lacks older commits. */
  isShallow(): Promise<boolean> {
    return exists(`${this.#options.directory}/shallow`);
  }

  /** A command that stays on this machine. */
  run(
    gitArguments: readonly string[],
    options: {
      readonly input?: readonly Uint8Array[];
      readonly signal?: AbortSignal;
      readonly answers?: readonly number[];
    },
  ): Promise<GitRunResult> {
    return this.#options.command.run({
      arguments: gitArguments,
      directory: this.#options.directory,
      settings: OF_COPY,
      ...options,
    });
  }

  /** A command that talks to the remote. */
  async contact(
    gitArguments: readonly string[],
    options: {
      readonly signal?: AbortSignal;
      readonly answers?: readonly number[];
    },
  ): Promise<GitRunResult> {
    const { command, directory, remote, credentials } = this.#options;
    return command.run({
      arguments: gitArguments,
      directory,
      settings: { ...OF_COPY, ...(await credentials()) },
      protocols: [remote.kind === 'local' ? 'file' : 'https'],
      ...options,
    });
  }

  /** Packs what has piled up, here and in a local repository that this process made. */
  async tidy(signal?: AbortSignal): Promise<void> {
    if (!this.#opened) {
      return;
    }
    const { command, directory, remote, createLocal } = this.#options;
    const local = remote.kind === 'local' && createLocal;
    for (const repository of local
      ? [directory, remote.directory]
      : [directory]) {
      await command.run({
        arguments: ['gc', '--quiet', '--auto', '--prune=1.hour.ago'],
        directory: repository,
        settings: { 'gc.auto': '2000' },
        signal,
      });
    }
  }

  /** Throws the copy away; the next use makes it anew. */
  async discard(): Promise<void> {
    this.#opened = false;
    await rm(this.#options.directory, { recursive: true, force: true });
  }

  /** Made beside its place and moved there whole: a process that ends meanwhile leaves no half of a repository. */
  async #initialise(directory: string, signal?: AbortSignal): Promise<void> {
    const made = `${directory}.${randomUUID()}`;
    await mkdir(made, { recursive: true }).catch(error => {
      throw new GitCommandError({
        verb: 'init',
        problem: `its folder cannot be made (${error.code}); check who may write there`,
      });
    });
    try {
      await this.#options.command.run({
        arguments: [
          'init',
          '--quiet',
          '--bare',
          '--template=',
          `--initial-branch=${this.#options.branch}`,
          '.',
        ],
        directory: made,
        signal,
      });
      await move(made, directory);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  }
}

/** Another process may have been first; an empty folder is taken. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (await exists(`${to}/HEAD`)) {
      return;
    }
    throw new GitCommandError({
      verb: 'init',
      problem: `its folder is in use for something else (${
        (error as NodeJS.ErrnoException).code
      }); empty it, or name another one`,
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
