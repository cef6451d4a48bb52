/** What is known last of one key. */
type Task<T> = (key: string, latest: T) => Promise<void>;

/**
 * Runs a task for each key, one at a time for the same key and a few keys at once. What comes for a key while its task
 * runs is done afterwards, and only the latest of it.
 */
export class KeyedTasks<T> {
  readonly #task: Task<T>;
  readonly #concurrency: number;
  readonly #waiting = new Map<string, T>();
  readonly #running = new Map<string, Promise<void>>();
  #stopped = false;

  static create<T>(options: {
    readonly concurrency: number;
    /** Must not reject. */
    readonly task: Task<T>;
  }): KeyedTasks<T> {
    return new KeyedTasks(options.task, options.concurrency);
  }

  private constructor(task: Task<T>, concurrency: number) {
    this.#task = task;
    this.#concurrency = concurrency;
  }

  add(key: string, latest: T): void {
    if (this.#stopped) return;
    // Set anew so that a key that keeps changing does not starve the others.
    this.#waiting.delete(key);
    this.#waiting.set(key, latest);
    this.#startNext();
  }

  /** Drops what waits and waits for what runs. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting.clear();
    await Promise.all(this.#running.values());
  }

  #startNext(): void {
    for (const [key, latest] of this.#waiting) {
      if (this.#running.size >= this.#concurrency) return;
      if (this.#running.has(key)) continue;
      this.#waiting.delete(key);
      const run = this.#task(key, latest).finally(() => {
        this.#running.delete(key);
        this.#startNext();
      });
      this.#running.set(key, run);
    }
  }
}
