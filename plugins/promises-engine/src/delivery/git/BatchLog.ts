import type { GitCopy } from './GitCopy';

/** Commits looked through for a batch. */
const LOG_COMMITS = 10_000;

/** Which batches a history holds, by the trailers of its commits. */
export class BatchLog {
  readonly #copy: GitCopy;

  static create(options: { readonly copy: GitCopy }): BatchLog {
    return new BatchLog(options);
  }

  private constructor(options: { readonly copy: GitCopy }) {
    this.#copy = options.copy;
  }

  /** The commit of each batch up to a commit; fetches the whole history where what is here does not hold them all. */
  async find(
    head: string,
    batches: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, string>> {
    const found = await this.#search(head, batches, signal);
    if (found.size === batches.length || !(await this.#copy.isShallow())) {
      return found;
    }
    await this.#copy.contact(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--unshallow',
        this.#copy.address,
        head,
      ],
      { signal },
    );
    return this.#search(head, batches, signal);
  }

  /** Batch of the last commit up to `head` that touched a path, where it was one of a batch. */
  async last(
    head: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const { stdout } = await this.#copy.run(
      [
        'log',
        '-1',
        '--format=%(trailers:key=Batch,valueonly)',
        head,
        '--',
        `:(top,literal)${path}`,
      ],
      { signal },
    );
    return stdout.toString('utf8').trim() || undefined;
  }

  async #search(
    head: string,
    batches: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, string>> {
    const { stdout } = await this.#copy.run(
      [
        'log',
        `--max-count=${LOG_COMMITS}`,
        '--format=%H %(trailers:key=Batch,valueonly,separator=%x20)',
        head,
      ],
      { signal },
    );
    const found = new Map<string, string>();
    for (const line of stdout.toString('utf8').split('\n')) {
      const [commit, ...ids] = line.split(' ');
      for (const id of ids) {
        if (batches.includes(id) && !found.has(id)) {
          found.set(id, commit);
        }
      }
    }
    return found;
  }
}
