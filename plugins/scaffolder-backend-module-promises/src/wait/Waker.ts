/** Why a wait ended. */
export type Woken = 'event' | 'time' | 'limit' | 'cancelled';

/** Waits for an event, a time, a limit over all waits, or a signal, whichever comes first. */
export class Waker {
  readonly #signal: AbortSignal | undefined;
  readonly #limit: NodeJS.Timeout | undefined;
  readonly #onAbort = () => this.#end('cancelled');
  #ended: 'limit' | 'cancelled' | undefined;
  /** An event that came while nobody waited. */
  #missed = false;
  #resolve: ((woken: Woken) => void) | undefined;

  static create(options: {
    readonly signal?: AbortSignal;
    readonly limitMs?: number;
  }): Waker {
    return new Waker(options);
  }

  private constructor(options: {
    readonly signal?: AbortSignal;
    readonly limitMs?: number;
  }) {
    this.#signal = options.signal;
    this.#signal?.addEventListener('abort', this.#onAbort);
    if (this.#signal?.aborted) this.#ended = 'cancelled';
    if (options.limitMs !== undefined) {
      this.#limit = setTimeout(() => this.#end('limit'), options.limitMs);
    }
  }

  wake(): void {
    if (this.#resolve) this.#resolve('event');
    else this.#missed = true;
  }

  async wait(milliseconds: number): Promise<Woken> {
    if (this.#ended) return this.#ended;
    if (this.#missed) {
      this.#missed = false;
      return 'event';
    }
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Woken>(resolve => {
        this.#resolve = resolve;
        timer = setTimeout(() => resolve('time'), milliseconds);
      });
    } finally {
      clearTimeout(timer);
      this.#resolve = undefined;
    }
  }

  close(): void {
    clearTimeout(this.#limit);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  #end(how: 'limit' | 'cancelled'): void {
    this.#ended = how;
    this.#resolve?.(how);
  }
}
