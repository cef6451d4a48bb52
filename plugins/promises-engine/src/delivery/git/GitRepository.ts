import { BatchLog } from './BatchLog';
import { fastImportScript } from './fastImportScript';
import { GitCopy, type GitCopyOptions } from './GitCopy';
import { GitCommandError } from './GitCommandError';
import { parseBatchOutput } from './parseBatchOutput';
import { parseImportAnswer } from './parseImportAnswer';
import { parsePushReport, type PushOutcome } from './parsePushReport';
import { parseTreeListing } from './parseTreeListing';
import type { CommittedTree, GitAuthor, TreeChange, TreeEntry } from './types';

/** Keeps what was fetched or built from being collected. */
const HEAD_REF = 'refs/promissory/head';
const NEXT_REF = 'refs/promissory/next';

/**
 * One branch of a state store. Plumbing only, on a bare copy: there is no work tree that a path could escape from. The
 * branch moves only from the commit that a change was built on.
 */
export class GitRepository {
  readonly #branch: string;
  readonly #copy: GitCopy;
  readonly #batchLog: BatchLog;
  #fetched = false;
  /** The copy holds the branch: what is fetched next comes on top of it. */
  #begun = false;
  #head: CommittedTree | undefined;

  static create(options: GitCopyOptions): GitRepository {
    return new GitRepository(options);
  }

  private constructor(options: GitCopyOptions) {
    this.#branch = options.branch;
    this.#copy = GitCopy.create(options);
    this.#batchLog = BatchLog.create({ copy: this.#copy });
  }

  /** The branch as last seen, without asking; undefined while it does not exist. */
  get head(): CommittedTree | undefined {
    return this.#head;
  }

  /** Whether the branch was looked at since this object was made, or since `forget`. */
  get fetched(): boolean {
    return this.#fetched;
  }

  /** What is known of the branch may be wrong: the next user fetches. */
  forget(): void {
    this.#fetched = false;
    this.#head = undefined;
  }

  /** Looks at the branch as it is at the remote. */
  async fetch(signal?: AbortSignal): Promise<CommittedTree | undefined> {
    const isNew = await this.#copy.open(signal);
    this.#begun = !isNew && (this.#begun || (await this.#holdsHead(signal)));
    this.#fetched = false;
    try {
      await this.#copy.contact(
        [
          'fetch',
          '--quiet',
          '--no-tags',
          '--no-write-fetch-head',
          ...(this.#begun ? [] : ['--depth=1']),
          this.#copy.address,
          `+refs/heads/${this.#branch}:${HEAD_REF}`,
        ],
        { signal },
      );
      this.#head = await this.#readHead(signal);
      this.#begun = true;
    } catch (error) {
      if (!isBranchMissing(error)) {
        throw error;
      }
      this.#head = undefined;
    }
    this.#fetched = true;
    return this.#head;
  }

  async #holdsHead(signal?: AbortSignal): Promise<boolean> {
    const { exitCode } = await this.#copy.run(
      ['rev-parse', '--quiet', '--verify', HEAD_REF],
      { signal, answers: [0, 1] },
    );
    return exitCode === 0;
  }

  /** Builds a commit on a base without moving the branch. */
  async commit(options: {
    readonly base: string | undefined;
    readonly author: GitAuthor;
    readonly at: Date;
    readonly message: string;
    readonly change: TreeChange;
    readonly signal?: AbortSignal;
  }): Promise<CommittedTree> {
    const { stdout } = await this.#copy.run(
      ['fast-import', '--quiet', '--force', '--date-format=raw'],
      {
        input: fastImportScript({ ...options, ref: NEXT_REF }),
        signal: options.signal,
      },
    );
    return parseImportAnswer(stdout.toString('utf8'));
  }

  /** Moves the branch from `base` to the commit, or not at all. */
  async push(options: {
    readonly base: string | undefined;
    readonly built: CommittedTree;
    readonly signal?: AbortSignal;
  }): Promise<PushOutcome> {
    const branch = this.#branch;
    const { stdout, stderr, exitCode } = await this.#copy.contact(
      [
        'push',
        '--porcelain',
        '--no-verify',
        '--no-follow-tags',
        '--no-signed',
        `--force-with-lease=refs/heads/${branch}:${options.base ?? ''}`,
        this.#copy.address,
        `${options.built.commit}:refs/heads/${branch}`,
      ],
      { signal: options.signal, answers: [0, 1] },
    );
    const outcome = parsePushReport(stdout.toString('utf8'), branch);
    if (!outcome) {
      throw new GitCommandError({
        verb: 'push',
        problem: 'the other end did not say what became of the branch',
        exitCode,
        stderr,
      });
    }
    if (outcome.outcome === 'pushed') {
      this.#head = options.built;
    } else {
      this.forget();
    }
    return outcome;
  }

  /** Files of a commit by their path; a path without a file is left out. */
  async readFiles(
    commit: string,
    paths: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, Buffer>> {
    const files = new Map<string, Buffer>();
    if (paths.length === 0) {
      return files;
    }
    const { stdout } = await this.#copy.run(['cat-file', '--batch'], {
      input: [Buffer.from(paths.map(path => `${commit}:${path}\n`).join(''))],
      signal,
    });
    parseBatchOutput(stdout, paths.length).forEach((content, index) => {
      if (content) {
        files.set(paths[index], content);
      }
    });
    return files;
  }

  /** Files of a commit in the order of their paths. */
  async listFiles(commit: string, signal?: AbortSignal): Promise<TreeEntry[]> {
    const { stdout } = await this.#copy.run(
      ['ls-tree', '-r', '-z', '--full-tree', commit],
      { signal },
    );
    return parseTreeListing(stdout);
  }

  /** The commit of each batch that is part of the branch; looks through its whole history where it must. */
  async findBatches(
    batches: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, string>> {
    return this.#head
      ? this.#batchLog.find(this.#head.commit, batches, signal)
      : new Map();
  }

  /** Batch of the last commit that touched a path, where it was one of a batch. */
  async lastBatch(
    path: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    return this.#head && this.#batchLog.last(this.#head.commit, path, signal);
  }

  /** Asks the remote whether this end may write, and changes nothing. */
  async checkWritable(signal?: AbortSignal): Promise<void> {
    if (!this.#head) {
      return;
    }
    const branch = this.#branch;
    const { stdout } = await this.#copy.contact(
      [
        'push',
        '--dry-run',
        '--porcelain',
        '--no-verify',
        this.#copy.address,
        `${this.#head.commit}:refs/heads/${branch}`,
      ],
      { signal, answers: [0, 1] },
    );
    const outcome = parsePushReport(stdout.toString('utf8'), branch);
    if (outcome?.outcome === 'refused') {
      throw new GitCommandError({ verb: 'push', problem: outcome.reason });
    }
  }

  /** Packs what has piled up. */
  tidy(signal?: AbortSignal): Promise<void> {
    return this.#copy.tidy(signal);
  }

  /** Throws the copy away; the next fetch makes it anew. */
  async discard(): Promise<void> {
    this.forget();
    await this.#copy.discard();
  }

  async #readHead(signal?: AbortSignal): Promise<CommittedTree> {
    const { stdout } = await this.#copy.run(
      ['rev-parse', HEAD_REF, `${HEAD_REF}^{tree}`],
      { signal },
    );
    const [commit, tree] = stdout.toString('utf8').split('\n');
    return { commit, tree };
  }
}

function isBranchMissing(error: unknown): boolean {
  return (
    error instanceof GitCommandError &&
    /couldn't find remote ref/i.test(error.stderr)
  );
}
