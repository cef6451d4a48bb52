import { toError } from '@backstage/errors';

/** What a {@link CoalescedLoad} reads and whom it tells. */
export interface CoalescedLoadOptions<T> {
  load(signal: AbortSignal): Promise<T>;
  onStart(): void;
  onData(data: T): void;
  onError(error: Error): void;
  /** Shortest time from one start to the next, in milliseconds. */
  readonly minInterval?: number;
}

/**
 * Reads at once, and again when asked: never twice at a time, and never more often than the interval. However often it
 * is asked while it reads, it reads once more afterwards, so what is shown is never older than the last event.
 */
export class CoalescedLoad<T> {
  readonly #options: CoalescedLoadOptions<T>;
  readonly #abort = new AbortController();
  #isReading = false;
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static start<T>(options: CoalescedLoadOptions<T>): CoalescedLoad<T> {
    const load = new CoalescedLoad(options);
    load.again();
    return load;
  }

  private constructor(options: CoalescedLoadOptions<T>) {
    this.#options = options;
  }

  again(): void {
    this.#isStale = true;
    if (!this.#isReading && this.#timer === undefined) {
      this.#read();
    }
  }

  stop(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  #read() {
    const { load, onStart, onData, onError, minInterval = 150 } = this.#options;
    const { signal } = this.#abort;
    if (signal.aborted) {
      return;
    }
    this.#isReading = true;
    this.#isStale = false;
    onStart();
    load(signal)
      .then(
        data => !signal.aborted && onData(data),
        error => !signal.aborted && onError(toError(error)),
      )
      .finally(() => {
        this.#isReading = false;
        this.#timer = setTimeout(() => {
          this.#timer = undefined;
          if (this.#isStale) {
            this.#read();
          }
        }, minInterval);
      });
  }
}
