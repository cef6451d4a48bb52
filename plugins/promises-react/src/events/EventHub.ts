import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { matchesTopic } from './matchesTopic';
import type {
  ConnectionState,
  EventLine,
  EventLineListener,
  EventListener,
} from './types';

/** What an {@link EventHub} needs. */
export interface EventHubOptions {
  /** Opens the line when the first listener comes. */
  createLine(listener: EventLineListener): EventLine | Promise<EventLine>;
  /** Milliseconds that the line stays open without a listener: pages change faster than that. */
  readonly linger?: number;
}

/** All listeners of a tab share one line of events; it is open while there is a listener. */
export class EventHub {
  readonly #options: EventHubOptions;
  readonly #listeners = new Set<EventListener>();
  readonly #stateListeners = new Set<() => void>();
  #line: Promise<EventLine> | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #state: ConnectionState = 'connecting';

  static create(options: EventHubOptions): EventHub {
    return new EventHub(options);
  }

  private constructor(options: EventHubOptions) {
    this.#options = options;
  }

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    clearTimeout(this.#leaving);
    this.#follow();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#leaving = setTimeout(
          () => this.#leave(),
          this.#options.linger ?? 5_000,
        );
      } else {
        this.#follow();
      }
    };
  }

  readonly connectionState = (): ConnectionState => this.#state;

  readonly subscribeConnectionState = (onChange: () => void): (() => void) => {
    this.#stateListeners.add(onChange);
    return () => this.#stateListeners.delete(onChange);
  };

  #follow() {
    this.#line ??= Promise.resolve(
      this.#options.createLine({
        onEvent: event => this.#tell(event),
        onGap: () => this.#listeners.forEach(listener => listener.onGap?.()),
        onConnectionState: state => this.#setState(state),
      }),
    );
    const topics = [
      ...new Set([...this.#listeners].flatMap(listener => listener.topics)),
    ];
    this.#line.then(line => line.follow(topics));
  }

  #leave() {
    this.#line?.then(line => line.close());
    this.#line = undefined;
    this.#setState('connecting');
  }

  #tell(event: PromisesEvent) {
    for (const listener of [...this.#listeners]) {
      if (listener.topics.some(topic => matchesTopic(event, topic))) {
        listener.onEvent(event);
      }
    }
  }

  #setState(state: ConnectionState) {
    if (state !== this.#state) {
      this.#state = state;
      this.#stateListeners.forEach(onChange => onChange());
    }
  }
}
