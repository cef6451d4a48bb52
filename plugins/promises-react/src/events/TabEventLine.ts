import type { PromisesEvent } from '@promissory/plugin-promises-common';
import type { ConnectionState, EventLine, EventLineListener } from './types';

/** The part of a BroadcastChannel that is needed. */
export interface TabChannel {
  onmessage: ((message: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** Calls back when this tab is the leader, and holds the lead until the signal ends it. */
export type TakeLead = (
  name: string,
  signal: AbortSignal,
  onLead: () => void,
) => void;

/** What a {@link TabEventLine} needs. */
export interface TabEventLineOptions {
  /** Shared by the tabs of one person, and by nobody else. */
  readonly name: string;
  /** Unique among tabs. */
  readonly tab: string;
  readonly channel: TabChannel;
  readonly takeLead: TakeLead;
  readonly listener: EventLineListener;
  /** The stream that the leader holds. */
  createLine(listener: EventLineListener, after: string | undefined): EventLine;
}

type Message =
  | { kind: 'lead' }
  | { kind: 'topics'; tab: string; topics: readonly string[] }
  | { kind: 'event'; event: PromisesEvent }
  | { kind: 'gap' }
  | { kind: 'state'; state: ConnectionState };

/**
 * One stream for all tabs of a browser: HTTP/1.1 allows six connections per origin. The tab that holds the lock is the
 * leader: it streams what any tab follows and tells the others. When it goes, the lock passes to another tab, which
 * resumes after the last event that it was told.
 */
export class TabEventLine implements EventLine {
  readonly #options: TabEventLineOptions;
  readonly #lead = new AbortController();
  readonly #topicsByTab = new Map<string, readonly string[]>();
  #line: EventLine | undefined;
  #state: ConnectionState = 'connecting';
  #position: string | undefined;

  static create(options: TabEventLineOptions): TabEventLine {
    const line = new TabEventLine(options);
    options.channel.onmessage = ({ data }: MessageEvent<Message>) =>
      line.#receive(data);
    options.takeLead(options.name, line.#lead.signal, () => line.#onLead());
    return line;
  }

  private constructor(options: TabEventLineOptions) {
    this.#options = options;
  }

  follow(topics: readonly string[]): void {
    const { tab } = this.#options;
    this.#topicsByTab.set(tab, topics);
    if (this.#line) {
      this.#followAll();
    } else {
      this.#send({ kind: 'topics', tab, topics });
    }
  }

  close(): void {
    const { tab, channel } = this.#options;
    this.#send({ kind: 'topics', tab, topics: [] });
    // Deaf before the lead passes on: the next leader asks who follows what.
    channel.close();
    this.#line?.close();
    this.#lead.abort();
  }

  #onLead() {
    if (this.#lead.signal.aborted) {
      return;
    }
    const tell = (message: Message) => {
      this.#receive(message);
      this.#send(message);
    };
    this.#line = this.#options.createLine(
      {
        onEvent: event => tell({ kind: 'event', event }),
        onGap: () => tell({ kind: 'gap' }),
        onConnectionState: state => tell({ kind: 'state', state }),
      },
      this.#position,
    );
    this.#send({ kind: 'lead' });
    this.#followAll();
  }

  #receive(message: Message) {
    const { listener, tab } = this.#options;
    switch (message.kind) {
      case 'lead':
        this.#send({
          kind: 'topics',
          tab,
          topics: this.#topicsByTab.get(tab) ?? [],
        });
        break;
      case 'topics':
        if (this.#line) {
          this.#topicsByTab.set(message.tab, message.topics);
          this.#followAll();
          this.#send({ kind: 'state', state: this.#state });
        }
        break;
      case 'event':
        this.#position = message.event.position;
        listener.onEvent(message.event);
        break;
      case 'gap':
        listener.onGap();
        break;
      case 'state':
        if (message.state !== this.#state) {
          this.#state = message.state;
          listener.onConnectionState(message.state);
        }
        break;
      default:
    }
  }

  #followAll() {
    this.#line?.follow([...new Set([...this.#topicsByTab.values()].flat())]);
  }

  #send(message: Message) {
    this.#options.channel.postMessage(message);
  }
}
