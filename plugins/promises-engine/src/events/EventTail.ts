import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRow } from '../database/rows/rows';
import type { SignalReceiver } from '../database/signals';
import type { LoopHealth } from '../queue/SupervisedLoop';
import { readEventRow } from './readEventRow';
import type { StoredEvent } from './types';

const BATCH = 500;
/** Between two reads: under load one read finds what many transactions have written. */
const PAUSE_MS = 20;

/** Called with each event once, in order; must return at once. */
export type EventListener = (event: StoredEvent) => void;

/** What a tail is made of. */
export interface EventTailOptions {
  readonly knex: Knex;
  readonly signals: SignalReceiver;
  readonly logger: LoggerService;
  /** How often to look without being woken; 5 seconds unless given. */
  readonly pollIntervalMs?: number;
  /** A read that takes longer is given up and begun anew; 30 seconds unless given. */
  readonly hangingMs?: number;
}

/** The one reader of the log in this replica, however many listen: an idle one costs one query per poll. */
export class EventTail {
  static create(options: EventTailOptions): EventTail {
    return new EventTail(options);
  }

  readonly #knex: Knex;
  readonly #signals: SignalReceiver;
  readonly #logger: LoggerService;
  readonly #pollIntervalMs: number;
  readonly #listeners = new Set<EventListener>();
  readonly #hangingMs: number;
  #position = '0';
  #restarts = 0;
  #readAt = 0;
  #watch: NodeJS.Timeout | undefined;
  #started = false;
  #reading: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  private constructor(options: EventTailOptions) {
    this.#knex = options.knex;
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#pollIntervalMs = options.pollIntervalMs ?? 5_000;
    this.#hangingMs = options.hangingMs ?? 30_000;
  }

  /** Whether it reads. */
  get health(): LoopHealth {
    const lastTurnMs = Math.round(performance.now() - this.#readAt);
    return {
      name: 'events',
      running:
        this.#started && lastTurnMs <= this.#pollIntervalMs + this.#hangingMs,
      restarts: this.#restarts,
      ...(this.#started ? { lastTurnMs } : {}),
    };
  }

  /** Position of the last event that was given to the listeners. */
  get position(): string {
    return this.#position;
  }

  /** Starts after the newest event; what is older is for {@link listEvents}. */
  async start(): Promise<void> {
    if (this.#started) {
      return;
    }
    this.#position = await this.#newest();
    this.#started = true;
    this.#watch = setInterval(() => this.#supervise(), this.#hangingMs / 4);
    this.#watch.unref();
    this.#unsubscribe = this.#signals.subscribe('events', () => this.#wake());
    this.#wake();
  }

  /** Ends the reader; a read under way is waited for. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    clearInterval(this.#watch);
    await this.#reading;
  }

  /** Gives each event that is committed from now on. Returns what ends the subscription. */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #wake(): void {
    if (!this.#started) {
      return;
    }
    if (this.#reading) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#readAt = performance.now();
    const reading: Promise<void> = this.#readAll(
      () => this.#reading === reading,
    ).finally(() => {
      if (this.#reading !== reading) {
        return;
      }
      this.#reading = undefined;
      if (this.#again) {
        this.#wake();
      } else if (this.#started) {
        this.#timer = setTimeout(() => this.#wake(), this.#pollIntervalMs);
        this.#timer.unref();
      }
    });
    this.#reading = reading;
  }

  /** A read that hangs is left alone: what it brings later is not given to anybody. */
  #supervise(): void {
    if (this.#reading && performance.now() - this.#readAt > this.#hangingMs) {
      this.#restarts += 1;
      this.#logger.error(
        `A read of the event log hangs after position ${
          this.#position
        } and is begun anew (${this.#restarts} times so far)`,
      );
      this.#reading = undefined;
      this.#wake();
    }
  }

  async #readAll(isCurrent: () => boolean): Promise<void> {
    try {
      do {
        this.#again = false;
        const rows: EventRow[] = await this.#knex('events')
          .where('position', '>', this.#position)
          .orderBy('position')
          .limit(BATCH);
        if (!isCurrent()) {
          return;
        }
        this.#readAt = performance.now();
        rows.forEach(row => this.#publish(row));
        if (rows.length === BATCH) {
          this.#again = true;
        } else if (rows.length > 0) {
          await sleep(PAUSE_MS);
        }
      } while (this.#again && this.#started);
    } catch (error) {
      this.#again = false;
      this.#logger.warn(
        `Cannot read the event log after position ${
          this.#position
        }; it is tried again in ${this.#pollIntervalMs} ms: ${error}`,
      );
    }
  }

  #publish(row: EventRow): void {
    const event = readEventRow(row);
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#logger.error(
          `A listener failed on event ${event.position} (${event.type}): ${error}`,
        );
      }
    }
    this.#position = event.position;
  }

  async #newest(): Promise<string> {
    const row = await this.#knex('events')
      .max({ newest: 'position' })
      .first<{ newest: unknown }>();
    return String(row?.newest ?? 0);
  }
}
