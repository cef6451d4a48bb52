import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { backoffMs } from './backoffMs';
import { releaseWork } from './releaseWork';
import { renewWork } from './renewWork';
import type { ClaimedWork, WorkHandler } from './types';

/** What a task is made of. */
export interface LeasedTaskOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly handler: WorkHandler;
  readonly work: ClaimedWork;
  readonly owner: string;
  readonly leaseMs: number;
  /** Another task for the same key that has to end first. */
  readonly previous?: Promise<void>;
}

/** One claim: runs its handler, renews the lease meanwhile, releases it at the end, and aborts when it is lost. */
export class LeasedTask {
  static start(options: LeasedTaskOptions): LeasedTask {
    return new LeasedTask(options);
  }

  readonly work: ClaimedWork;
  /** Fulfilled when the handler ended and the claim was released; never rejected. */
  readonly ended: Promise<void>;
  readonly #options: LeasedTaskOptions;
  readonly #controller = new AbortController();
  #lost = false;
  #renewedAt = performance.now();

  private constructor(options: LeasedTaskOptions) {
    this.#options = options;
    this.work = options.work;
    this.ended = this.#run();
  }

  /** Tells the handler to end; its work is looked at again by whoever comes first. */
  abort(reason: string): void {
    this.#controller.abort(new Error(reason));
  }

  async #run(): Promise<void> {
    const { logger, previous, work } = this.#options;
    const renewal = setInterval(
      () => void this.#renew(),
      this.#options.leaseMs / 3,
    );
    try {
      await previous;
      const outcome = await this.#handle();
      if (!this.#lost) {
        await this.#release(outcome);
      }
    } catch (error) {
      logger.warn(
        `Cannot release work ${work.kind} ${work.key}; it is taken up again when its lease lapses: ${error}`,
      );
    } finally {
      clearInterval(renewal);
    }
  }

  /** What the release has to say. */
  async #handle(): Promise<{ runAt?: Date; error?: string }> {
    const { handler, logger, owner, work } = this.#options;
    const { signal } = this.#controller;
    try {
      signal.throwIfAborted();
      const result = await handler({ work, owner, signal });
      return { runAt: result?.runAt };
    } catch (error) {
      if (signal.aborted) {
        return { runAt: new Date() };
      }
      const failures = work.attempts + 1;
      const pause = backoffMs({ failures, random: Math.random() });
      logger.warn(
        `Work ${work.kind} ${
          work.key
        } failed ${failures} times in a row; next try in ${pause} ms: ${stringifyError(
          error,
        )}`,
      );
      return {
        error: stringifyError(error),
        runAt: new Date(Date.now() + pause),
      };
    }
  }

  async #release(outcome: { runAt?: Date; error?: string }): Promise<void> {
    const { knex, owner, work } = this.#options;
    await releaseWork(knex, { work, owner, ...outcome });
  }

  async #renew(): Promise<void> {
    const { knex, leaseMs, logger, owner, work } = this.#options;
    const startedAt = performance.now();
    try {
      if (await renewWork(knex, { work, owner, leaseMs })) {
        this.#renewedAt = startedAt;
        return;
      }
      this.#lose('Another worker has taken this work over');
    } catch (error) {
      logger.warn(
        `Cannot renew the lease of work ${work.kind} ${work.key}: ${error}`,
      );
      if (startedAt - this.#renewedAt > leaseMs) {
        this.#lose('The lease could not be renewed in time');
      }
    }
  }

  #lose(reason: string): void {
    if (!this.#lost) {
      this.#lost = true;
      this.abort(reason);
    }
  }
}
