import type { PromisesApi } from '@promissory/plugin-promises-common';
import type { EventLine, EventLineListener } from './types';

/** How a {@link ServerEventLine} begins. */
export interface ServerEventLineOptions {
  readonly api: Pick<PromisesApi, 'streamEvents'>;
  readonly listener: EventLineListener;
  /** Position of the last event that is known already. */
  readonly after?: string;
  /** Milliseconds until a stream that the server refused is tried again. */
  readonly retryRefusedAfter?: number;
}

/**
 * One stream of events from the server. It stays as it is while the topics that are wanted are among those it follows;
 * more topics open another one, which resumes where this one was.
 */
export class ServerEventLine implements EventLine {
  readonly #options: ServerEventLineOptions;
  #topics = new Set<string>();
  #position: string | undefined;
  #connection: AbortController | undefined;
  #opening: ReturnType<typeof setTimeout> | undefined;

  static create(options: ServerEventLineOptions): ServerEventLine {
    return new ServerEventLine(options);
  }

  private constructor(options: ServerEventLineOptions) {
    this.#options = options;
    this.#position = options.after;
  }

  follow(topics: readonly string[]): void {
    if (topics.length === 0) {
      this.#topics.clear();
      this.#disconnect();
    } else if (!topics.every(topic => this.#topics.has(topic))) {
      this.#topics = new Set(topics);
      this.#openIn(0);
    }
  }

  close(): void {
    this.#topics.clear();
    this.#disconnect();
  }

  #disconnect() {
    clearTimeout(this.#opening);
    this.#opening = undefined;
    this.#connection?.abort();
    this.#connection = undefined;
  }

  // A page mounts many hooks at once: one stream for all of them.
  #openIn(milliseconds: number) {
    clearTimeout(this.#opening);
    this.#opening = setTimeout(() => this.#open(), milliseconds);
  }

  #open() {
    this.#disconnect();
    const { api, listener, retryRefusedAfter = 30_000 } = this.#options;
    const connection = new AbortController();
    const { signal } = connection;
    this.#connection = connection;
    let isBlind = this.#position === undefined;
    api
      .streamEvents({
        topics: [...this.#topics].sort(),
        after: this.#position,
        signal,
        onEvent: event => {
          if (!signal.aborted) {
            this.#position = event.position;
            listener.onEvent(event);
          }
        },
        onReset: () => !signal.aborted && listener.onGap(),
        onConnectionState: state => {
          if (signal.aborted || state === 'closed') {
            return;
          }
          listener.onConnectionState(state);
          // Without a position, what happened before the stream was open is unknown.
          if (state === 'reconnecting') {
            isBlind = this.#position === undefined;
          } else if (state === 'open' && isBlind) {
            isBlind = false;
            listener.onGap();
          }
        },
      })
      .catch(() => undefined)
      .then(() => {
        if (!signal.aborted) {
          listener.onConnectionState('closed');
          this.#openIn(retryRefusedAfter);
        }
      });
  }
}
