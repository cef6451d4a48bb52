import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { SignalReceiver } from '../database/signals';
import type { EngineObserver } from '../observe/EngineObserver';
import { claimWork } from './claimWork';
import { LeasedTask } from './LeasedTask';
import { nextWork } from './nextWork';
import { SupervisedLoop, type LoopHealth } from './SupervisedLoop';
import type {
  ClaimedWork,
  SetAsideHandler,
  WorkHandler,
  WorkKind,
} from './types';

/** Work that falls due while the next due time is not known yet waits at most so long for it. */
const SETTLE_MS = 20;
const PAUSE_AFTER_ERROR_MS = 1_000;
/** A turn of the loop that takes so much longer than it may wait hangs. */
const HANGING_MS = 30_000;

/** What a worker is made of. */
export interface QueueWorkerOptions {
  readonly knex: Knex;
  readonly handlers: Partial<Record<WorkKind, WorkHandler>>;
  /** Records work that fails again and again, by its kind; work of other kinds is tried for ever. */
  readonly setAside?: Partial<Record<WorkKind, SetAsideHandler>>;
  readonly signals: SignalReceiver;
  readonly logger: LoggerService;
  /** Told what is claimed and how it ends. */
  readonly observer?: EngineObserver;
  /** How many keys of each kind at a time; 4 unless given. */
  readonly concurrency?: number | Partial<Record<WorkKind, number>>;
  /** After which another may take over from a worker that died; 10 seconds unless given. */
  readonly leaseMs?: number;
  /** The clock by which handlers say when to look again; the system's unless given. */
  readonly now?: () => Date;
  /** How often to look without being woken; 10 seconds unless given. */
  readonly pollIntervalMs?: number;
  /** A turn of the loop that takes so much longer than the poll is given up and begun anew; 30 seconds unless given. */
  readonly hangingMs?: number;
}

/**
 * Claims what is due and gives it to the handlers, one worker to a key over all replicas. It is woken by what is
 * enqueued and by the next known time; an error of the database pauses it and does not end it, and where a turn of it
 * hangs another is begun.
 */
export class QueueWorker {
  static create(options: QueueWorkerOptions): QueueWorker {
    return new QueueWorker(options);
  }

  /** Who claims, in `lease_owner`. */
  readonly owner = randomUUID();
  readonly #options: QueueWorkerOptions;
  readonly #kinds: readonly WorkKind[];
  readonly #leaseMs: number;
  readonly #pollIntervalMs: number;
  readonly #tasks = new Map<string, LeasedTask>();
  /** Kinds that may have something to claim. */
  readonly #due = new Set<WorkKind>();
  #started = false;
  readonly #loop: SupervisedLoop;
  #unsubscribe: (() => void) | undefined;
  #interrupt: (() => void) | undefined;
  #interrupted = false;

  private constructor(options: QueueWorkerOptions) {
    this.#options = options;
    this.#kinds = Object.keys(options.handlers) as WorkKind[];
    this.#leaseMs = options.leaseMs ?? 10_000;
    this.#pollIntervalMs = options.pollIntervalMs ?? 10_000;
    this.#loop = SupervisedLoop.create({
      name: 'queue',
      logger: options.logger,
      turn: isCurrent => this.#turn(isCurrent),
      longestTurnMs: this.#pollIntervalMs + (options.hangingMs ?? HANGING_MS),
    });
  }

  /** Whether it takes up work. */
  get health(): LoopHealth {
    return this.#loop.health;
  }

  /** Keys that are being looked at now. */
  get active(): readonly ClaimedWork[] {
    return [...this.#tasks.values()].map(task => task.work);
  }

  start(): void {
    if (this.#started) {
      return;
    }
    this.#started = true;
    this.#unsubscribe = this.#options.signals.subscribe('work', kind =>
      this.wake(kind),
    );
    this.wake();
    this.#loop.start();
  }

  /** Looks again at once: at one kind, or at all. */
  wake(kind?: string): void {
    for (const known of this.#kinds) {
      if (!kind || kind === known) {
        this.#due.add(known);
        this.#wakeLoop();
      }
    }
  }

  /**
   * Claims nothing more, lets the handlers end for so long (2 seconds unless given), then aborts them and waits for
   * them. What was aborted is free for others at once.
   */
  async stop(options: { readonly drainMs?: number } = {}): Promise<void> {
    this.#started = false;
    this.#unsubscribe?.();
    this.#wakeLoop();
    await this.#loop.stop();
    const ends = [...this.#tasks.values()].map(task => task.ended);
    const timer = setTimeout(() => {
      this.#tasks.forEach(task => task.abort('The worker stops'));
    }, options.drainMs ?? 2_000);
    await Promise.all(ends);
    clearTimeout(timer);
  }

  async #turn(isCurrent: () => boolean): Promise<void> {
    try {
      this.#interrupted = false;
      await this.#claimDue();
      if (isCurrent()) {
        await this.#waitForMore();
      }
    } catch (error) {
      this.#options.logger.warn(
        `The work queue cannot be read; it is tried again in ${PAUSE_AFTER_ERROR_MS} ms: ${error}`,
      );
      this.#kinds.forEach(kind => this.#due.add(kind));
      await this.#wait(PAUSE_AFTER_ERROR_MS, { deaf: true });
    }
  }

  async #claimDue(): Promise<void> {
    for (const kind of [...this.#due]) {
      const free = this.#free(kind);
      if (free === 0 || !this.#started) {
        continue;
      }
      this.#due.delete(kind);
      const claimed = await this.#claim(kind, free);
      if (claimed.length > 0) {
        this.#options.observer?.workClaimed?.({ kind, count: claimed.length });
      }
      claimed.forEach(work => this.#take(work));
      if (claimed.length === free) {
        this.#due.add(kind);
      }
    }
  }

  async #claim(kind: WorkKind, limit: number): Promise<ClaimedWork[]> {
    try {
      return await claimWork(this.#options.knex, {
        kinds: [kind],
        owner: this.owner,
        leaseMs: this.#leaseMs,
        limit,
      });
    } catch (error) {
      this.#due.add(kind);
      throw error;
    }
  }

  #take(work: ClaimedWork): void {
    const id = `${work.kind}/${work.key}`;
    const task = LeasedTask.start({
      knex: this.#options.knex,
      logger: this.#options.logger,
      observer: this.#options.observer,
      handler: this.#options.handlers[work.kind]!,
      setAside: this.#options.setAside?.[work.kind],
      work,
      owner: this.owner,
      leaseMs: this.#leaseMs,
      now: this.#options.now,
      // A handler whose lease lapsed may still be winding up in this process.
      previous: this.#tasks.get(id)?.ended,
    });
    this.#tasks.set(id, task);
    void task.ended.then(() => {
      if (this.#tasks.get(id) === task) {
        this.#tasks.delete(id);
      }
      this.#due.add(work.kind);
      this.#wakeLoop();
    });
  }

  /** Until woken, until the next known time, or until the poll. */
  async #waitForMore(): Promise<void> {
    if (this.#canClaim() || (await this.#wait(SETTLE_MS))) {
      return;
    }
    const open = this.#kinds.filter(kind => this.#free(kind) > 0);
    const next = open.length
      ? await nextWork(this.#options.knex, { kinds: open })
      : new Map<WorkKind, number>();
    const wait = Math.min(this.#pollIntervalMs, ...next.values());
    if (!(await this.#wait(wait))) {
      next.forEach((ms, kind) => {
        if (ms <= wait) {
          this.#due.add(kind);
        }
      });
    }
  }

  #canClaim(): boolean {
    return [...this.#due].some(kind => this.#free(kind) > 0);
  }

  #free(kind: WorkKind): number {
    const { concurrency = 4 } = this.#options;
    const limit =
      typeof concurrency === 'number' ? concurrency : concurrency[kind] ?? 4;
    const active = this.active.filter(work => work.kind === kind).length;
    return Math.max(0, limit - active);
  }

  #wakeLoop(): void {
    this.#interrupted = true;
    this.#interrupt?.();
  }

  /** Whether it was interrupted. Deaf, only stopping interrupts. */
  async #wait(ms: number, options: { deaf?: boolean } = {}): Promise<boolean> {
    if (!this.#started || (this.#interrupted && !options.deaf)) {
      return true;
    }
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.#interrupt = undefined;
        resolve(false);
      }, ms);
      this.#interrupt = () => {
        if (!options.deaf || !this.#started) {
          clearTimeout(timer);
          this.#interrupt = undefined;
          resolve(true);
        }
      };
    });
  }
}
