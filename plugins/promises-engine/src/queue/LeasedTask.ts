import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { isDatabaseTrouble } from '../database/transactions';
import type { EngineObserver, WorkOutcome } from '../observe/EngineObserver';
import { backoffMs } from './backoffMs';
import { isDeadly, isPoisoned, setAsideUntil } from './decideSetAside';
import { releaseWork, type ReleaseWorkOptions } from './releaseWork';
import { renewWork } from './renewWork';
import type {
  ClaimedWork,
  SetAsideHandler,
  WorkContext,
  WorkHandler,
} from './types';

/** After the database gave up what would succeed when it is run again. */
const DATABASE_PAUSE_MS = 1_000;

type Outcome = Pick<
  ReleaseWorkOptions,
  'runAt' | 'toldAt' | 'error' | 'uncounted' | 'setAside'
>;

/** What a task is made of. */
export interface LeasedTaskOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  /** Told how it ends. */
  readonly observer?: EngineObserver;
  readonly handler: WorkHandler;
  /** Records work that fails again and again; without it such work is tried for ever. */
  readonly setAside?: SetAsideHandler;
  readonly work: ClaimedWork;
  readonly owner: string;
  readonly leaseMs: number;
  /** The clock by which the handler says when to look again; the system's unless given. */
  readonly now?: () => Date;
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
    const { kind, key } = options.work;
    const logger = options.logger.child({ work: kind, [kind]: key });
    this.#options = { ...options, logger };
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
      const begun = performance.now();
      const outcome = await this.#handle();
      this.#observe(outcome, begun);
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

  #observe(outcome: Outcome, begun: number): void {
    this.#options.observer?.workFinished?.({
      kind: this.work.kind,
      outcome: this.#outcomeOf(outcome),
      seconds: (performance.now() - begun) / 1_000,
    });
  }

  #outcomeOf({ error, setAside }: Outcome): WorkOutcome {
    if (this.#lost) return 'lost';
    if (setAside) return 'setAside';
    if (error !== undefined) return 'failed';
    return this.#controller.signal.aborted ? 'aborted' : 'done';
  }

  /** What the release has to say. */
  async #handle(): Promise<Outcome> {
    const { handler, work } = this.#options;
    const { signal } = this.#controller;
    if (this.#options.setAside && isDeadly(work.abandoned)) {
      return {
        error: `Its worker ended ${work.abandoned} times in a row without a word, as a process does that runs out of memory`,
        setAside: true,
      };
    }
    try {
      signal.throwIfAborted();
      const result = await handler(this.#context);
      return { runAt: result?.runAt, toldAt: this.#now() };
    } catch (error) {
      return signal.aborted ? this.#in(0) : this.#judge(error);
    }
  }

  /** What follows from a failure. */
  #judge(error: unknown): Outcome {
    const { logger, setAside, work } = this.#options;
    const what = `Work ${work.kind} ${work.key}`;
    const text = stringifyError(error);
    if (isDatabaseTrouble(error)) {
      logger.warn(
        `${what} is tried again in ${DATABASE_PAUSE_MS} ms; the database gave it up: ${text}`,
      );
      return { error: text, uncounted: true, ...this.#in(DATABASE_PAUSE_MS) };
    }
    const failures = work.attempts + 1;
    const { failingMs } = work;
    if (setAside && isPoisoned({ failures, failingMs })) {
      return { error: text, setAside: true };
    }
    const pause = backoffMs({ failures, random: Math.random() });
    logger.warn(
      `${what} failed ${failures} times in a row; next try in ${pause} ms: ${text}`,
    );
    return { error: text, ...this.#in(pause) };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  #in(ms: number): Pick<Outcome, 'runAt' | 'toldAt'> {
    const toldAt = this.#now();
    return { toldAt, runAt: new Date(toldAt.getTime() + ms) };
  }

  async #release(outcome: Outcome): Promise<void> {
    const { knex, owner, work, setAside } = this.#options;
    const options: ReleaseWorkOptions = { work, owner, ...outcome };
    if (!setAside || !outcome.setAside) {
      await releaseWork(knex, options);
      return;
    }
    const { error = '' } = outcome;
    const failures = Math.max(work.attempts + 1, work.abandoned);
    this.#options.logger.error(
      `Work ${work.kind} ${work.key} is set aside, because it failed ${failures} times in a row: ${error}`,
    );
    await setAside({
      context: this.#context,
      failures,
      error,
      release: async transaction => {
        const released = await releaseWork(transaction, {
          ...options,
          ...setAsideUntil(work.kind, this.#now()),
        });
        if (released === 'lost') {
          throw new ConflictError('Another worker has taken this work over');
        }
      },
    });
  }

  get #context(): WorkContext {
    const { owner, work } = this.#options;
    return { work, owner, signal: this.#controller.signal };
  }

  async #renew(): Promise<void> {
    const { knex, leaseMs, logger, owner, work } = this.#options;
    const startedAt = performance.now();
    // A database that answers nothing does not say either that the lease lapsed.
    if (startedAt - this.#renewedAt > leaseMs) {
      this.#lose('The lease could not be renewed in time');
      return;
    }
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
      if (performance.now() - this.#renewedAt > leaseMs) {
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
