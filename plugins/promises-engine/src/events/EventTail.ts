import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRow } from '../database/rows/rows';
import type { SignalReceiver } from '../database/signals';
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
  #position = '0';
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
    this.#unsubscribe = this.#signals.subscribe('events', () => this.#wake());
    this.#wake();
  }

  /** Ends the reader; a read under way is waited for. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
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
    this.#reading = this.#readAll().finally(() => {
      this.#reading = undefined;
      if (this.#again) {
        this.#wake();
      } else if (this.#started) {
        this.#timer = setTimeout(() => this.#wake(), this.#pollIntervalMs);
        this.#timer.unref();
      }
    });
  }

  async #readAll(): Promise<void> {
    try {
      do {
        this.#again = false;
        const rows: EventRow[] = await this.#knex('events')
          .where('position', '>', this.#position)
          .orderBy('position')
          .limit(BATCH);
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
