import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { EventEmitter } from 'node:events';
import { isPostgres } from '../isPostgres';
import { CHANNEL, notificationSchema } from './channel';
import { ListenConnection } from './ListenConnection';
import { signalHub } from './signalHub';
import type { SignalListener, SignalTopic } from './types';

const RECONNECT_MS = 1_000;
const PROBE_MS = 30_000;
const PROBE_TIMEOUT_MS = 10_000;

/**
 * Hears what is committed: in this process at once, on Postgres also from the other replicas over one connection of its
 * own. A signal may be lost while that connection is made anew; whoever listens looks on its own from time to time too.
 */
export class SignalReceiver {
  static create(options: {
    readonly knex: Knex;
    readonly logger: LoggerService;
  }): SignalReceiver {
    return new SignalReceiver(options.knex, options.logger);
  }

  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  #started = false;
  #connection: ListenConnection | undefined;
  #timer: NodeJS.Timeout | undefined;

  private constructor(knex: Knex, logger: LoggerService) {
    this.#knex = knex;
    this.#logger = logger;
  }

  /** Starts to listen; on Postgres it returns when the connection stands or a first try failed. */
  async start(): Promise<void> {
    if (this.#started) {
      return;
    }
    this.#started = true;
    const local = signalHub(this.#knex).emitter;
    local.on('events', this.#onEvents);
    local.on('work', this.#onWork);
    if (isPostgres(this.#knex)) {
      await this.#connect();
    }
  }

  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    const local = signalHub(this.#knex).emitter;
    local.off('events', this.#onEvents);
    local.off('work', this.#onWork);
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.close();
  }

  /** Whether other replicas are heard now; in one process there are none to hear. */
  get listening(): boolean {
    return this.#connection !== undefined || !isPostgres(this.#knex);
  }

  /** Returns what ends the subscription. */
  subscribe(topic: SignalTopic, listener: SignalListener): () => void {
    this.#emitter.on(topic, listener);
    return () => this.#emitter.off(topic, listener);
  }

  readonly #onEvents = (detail: string) => this.#emitter.emit('events', detail);
  readonly #onWork = (detail: string) => this.#emitter.emit('work', detail);

  async #connect(): Promise<void> {
    try {
      const connection = await ListenConnection.open({
        knex: this.#knex,
        onPayload: payload => this.#receive(payload),
        onBroken: () => {
          this.#connection = undefined;
          this.#reconnectLater();
        },
      });
      if (!this.#started) {
        await connection.close();
        return;
      }
      this.#connection = connection;
      this.#probeLater(connection);
      // What was committed in between was not heard.
      this.#emitter.emit('events', '');
      this.#emitter.emit('work', '');
    } catch (error) {
      this.#logger.warn(
        `Cannot listen on channel ${CHANNEL}; other replicas are heard by polling until it works: ${error}`,
      );
      this.#reconnectLater();
    }
  }

  #reconnectLater(): void {
    if (this.#started) {
      this.#schedule(RECONNECT_MS, () => this.#connect());
    }
  }

  #probeLater(connection: ListenConnection): void {
    this.#schedule(PROBE_MS, async () => {
      await connection.probe(PROBE_TIMEOUT_MS);
      if (this.#connection === connection) {
        this.#probeLater(connection);
      }
    });
  }

  #schedule(afterMs: number, run: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void run(), afterMs);
    this.#timer.unref();
  }

  #receive(payload: string): void {
    const parsed = notificationSchema.safeParse(parseOrUndefined(payload));
    if (parsed.success && parsed.data.sender !== signalHub(this.#knex).sender) {
      this.#emitter.emit(parsed.data.topic, parsed.data.detail);
    }
  }
}

function parseOrUndefined(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
