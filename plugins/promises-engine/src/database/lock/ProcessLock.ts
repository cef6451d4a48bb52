import knexFactory, { type Knex } from 'knex';

/**
 * A lock between processes, by a file. It is SQLite's own lock of a transaction in that file, which the operating system
 * takes back when the process ends, also where it is killed: nothing has to be cleaned up. In one process it may be
 * taken many times.
 */
export class ProcessLock {
  static readonly #known = new Map<string, ProcessLock>();

  static of(path: string): ProcessLock {
    const lock = ProcessLock.#known.get(path) ?? new ProcessLock(path);
    ProcessLock.#known.set(path, lock);
    return lock;
  }

  readonly #path: string;
  #holders = 0;
  #connection: Knex | undefined;
  /** One at a time opens or closes the file. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string) {
    this.#path = path;
  }

  /** How often this process has taken it. */
  get holders(): number {
    return this.#holders;
  }

  /** Whether this process has it now. `like` tells which driver of SQLite there is. */
  take(like: Knex): Promise<boolean> {
    return this.#oneByOne(async () => {
      this.#connection ??= await open(this.#path, like);
      if (!this.#connection) return false;
      this.#holders += 1;
      return true;
    });
  }

  /** The last of those who took it lets others have it. */
  release(): Promise<void> {
    return this.#oneByOne(async () => {
      this.#holders -= 1;
      if (this.#holders === 0) {
        const connection = this.#connection;
        this.#connection = undefined;
        await connection?.destroy();
      }
    });
  }

  #oneByOne<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => {});
    return result;
  }
}

/** A connection with a transaction that stays open; undefined where another process has one. */
async function open(path: string, like: Knex): Promise<Knex | undefined> {
  const knex = knexFactory({
    client: like.client.config.client,
    connection: { filename: path },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  try {
    await knex.raw('PRAGMA busy_timeout = 0');
    await knex.raw('BEGIN EXCLUSIVE');
    return knex;
  } catch (error) {
    await knex.destroy();
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) {
      return undefined;
    }
    throw error;
  }
}
