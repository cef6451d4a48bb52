import { ResponseError } from '@backstage/errors';
import type { StreamEventsOptions } from '../PromisesApi';
import { queryString } from './buildUrl';
import type { HttpSender } from './HttpSender';
import { pause } from './pause';
import { readEventStream } from './readEventStream';
import { reconnectDelay } from './reconnectDelay';

/** The server sends a heartbeat every 15 seconds: a connection that is silent for three of them is dead. */
const SILENCE_MS = 45_000;

/** Answers after which trying again changes nothing. */
const FINAL_STATUS = new Set([400, 401, 403, 404, 501]);

/** Follows the log of events over as many connections as it takes; see `PromisesApi.streamEvents`. */
export class EventStreamFollower {
  readonly #sender: HttpSender;
  readonly #options: StreamEventsOptions;
  #position: string | undefined;
  #failures = 0;
  /** A token may end between two connections: one more attempt after 401 gets a fresh one. */
  #refreshed = false;

  static create(sender: HttpSender, options: StreamEventsOptions) {
    return new EventStreamFollower(sender, options);
  }

  private constructor(sender: HttpSender, options: StreamEventsOptions) {
    this.#sender = sender;
    this.#options = options;
    this.#position = options.after;
  }

  async follow(): Promise<void> {
    const { signal, onConnectionState } = this.#options;
    onConnectionState?.('connecting');
    try {
      while (!signal.aborted) {
        const problem = await this.#attempt();
        if (signal.aborted) return;
        onConnectionState?.('reconnecting', problem);
        await pause(reconnectDelay(this.#failures, Math.random()), signal);
      }
    } finally {
      onConnectionState?.('closed');
    }
  }

  /** One connection; what ended it, where it did not end in order. Throws what is final. */
  async #attempt(): Promise<Error | undefined> {
    try {
      await this.#connect();
      return undefined;
    } catch (error) {
      if (this.#options.signal.aborted) return undefined;
      const status = error instanceof ResponseError ? error.statusCode : 0;
      const expired = status === 401 && !this.#refreshed;
      if (FINAL_STATUS.has(status) && !expired) throw error;
      this.#refreshed ||= expired;
      this.#failures += 1;
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #connect(): Promise<void> {
    const { signal, token, topics } = this.#options;
    const connection = new AbortController();
    const abort = () => connection.abort();
    signal.addEventListener('abort', abort);
    let silence = setTimeout(abort, SILENCE_MS);
    try {
      const response = await this.#sender.send(
        {
          path: `/v1/events${queryString({ topics: topics?.join(',') })}`,
          headers: {
            Accept: 'text/event-stream',
            ...(this.#position !== undefined && {
              'Last-Event-ID': this.#position,
            }),
          },
        },
        {
          token: typeof token === 'function' ? await token() : token,
          signal: connection.signal,
        },
      );
      if (!response.body) throw new Error('The event stream has no body');
      this.#failures = 0;
      this.#refreshed = false;
      this.#options.onConnectionState?.('open');
      await readEventStream(response.body, {
        onActivity: () => {
          clearTimeout(silence);
          silence = setTimeout(abort, SILENCE_MS);
        },
        onPosition: position => {
          this.#position = position;
        },
        onEvent: event => this.#options.onEvent(event),
        onReset: () => this.#options.onReset?.(),
      });
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
      connection.abort();
    }
  }
}
