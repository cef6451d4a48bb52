import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';

const CHECKS_PER_TURN = 4;
/** After a turn that threw: turns answer for their own errors. */
const PAUSE_MS = 1_000;

/** How a loop is. @public */
export interface LoopHealth {
  /** For example `queue`. */
  readonly name: string;
  /** It was started, and its last turn is not longer ago than a turn may take. */
  readonly running: boolean;
  /** How often it hung and was begun anew. */
  readonly restarts: number;
  /** Since its last turn, milliseconds; absent before it was started. */
  readonly lastTurnMs?: number;
}

/** What a loop is made of. */
export interface SupervisedLoopOptions {
  readonly name: string;
  readonly logger: LoggerService;
  /** Does one turn and waits for the next. One that comes back from hanging is no longer current, and has to end. */
  readonly turn: (isCurrent: () => boolean) => Promise<void>;
  /** A turn that takes longer hangs. */
  readonly longestTurnMs: number;
}

/** Takes one turn after another; where a turn hangs, leaves it alone and begins anew. */
export class SupervisedLoop {
  static create(options: SupervisedLoopOptions): SupervisedLoop {
    return new SupervisedLoop(options);
  }

  readonly #options: SupervisedLoopOptions;
  /** The round that counts: one that hung and comes back sees that it is another. */
  #round = 0;
  #started = false;
  #restarts = 0;
  #turnedAt = 0;
  #ended: Promise<void> = Promise.resolve();
  #supervision: NodeJS.Timeout | undefined;

  private constructor(options: SupervisedLoopOptions) {
    this.#options = options;
  }

  get health(): LoopHealth {
    const lastTurnMs = Math.round(performance.now() - this.#turnedAt);
    return {
      name: this.#options.name,
      running: this.#started && lastTurnMs <= this.#options.longestTurnMs,
      restarts: this.#restarts,
      ...(this.#started ? { lastTurnMs } : {}),
    };
  }

  start(): void {
    if (this.#started) {
      return;
    }
    this.#started = true;
    this.#begin();
    this.#supervision = setInterval(
      () => this.#supervise(),
      this.#options.longestTurnMs / CHECKS_PER_TURN,
    );
    this.#supervision.unref();
  }

  /** Takes no further turn; the one under way is waited for, but for one that hangs. */
  async stop(): Promise<void> {
    this.#started = false;
    clearInterval(this.#supervision);
    const waiting = new AbortController();
    const longest = sleep(this.#options.longestTurnMs, undefined, {
      signal: waiting.signal,
    }).catch(() => {});
    await Promise.race([this.#ended, longest]);
    waiting.abort();
  }

  #begin(): void {
    this.#round += 1;
    this.#turnedAt = performance.now();
    this.#ended = this.#run(this.#round);
  }

  async #run(round: number): Promise<void> {
    const isCurrent = () => this.#round === round;
    while (this.#started && isCurrent()) {
      this.#turnedAt = performance.now();
      try {
        await this.#options.turn(isCurrent);
      } catch (error) {
        this.#options.logger.error(
          `The loop ${this.#options.name} goes on after an error: ${error}`,
        );
        await sleep(PAUSE_MS);
      }
    }
  }

  #supervise(): void {
    const late = performance.now() - this.#turnedAt;
    if (late <= this.#options.longestTurnMs) {
      return;
    }
    this.#restarts += 1;
    this.#options.logger.error(
      `The loop ${this.#options.name} has hung for ${Math.round(
        late / 1_000,
      )} s and is begun anew (${this.#restarts} times so far)`,
    );
    this.#begin();
  }
}
