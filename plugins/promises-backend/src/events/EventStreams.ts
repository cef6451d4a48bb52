import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  listEvents,
  type EventTail,
  type StoredEvent,
} from '@promissory/plugin-promises-engine';
import type { Response } from 'express';
import type { Knex } from 'knex';
import type { CallerRights } from '../permissions/CallerRights';
import { whereEventReadable } from './eventRights';
import { whereTopics, type EventTopic } from './EventTopics';
import { EventViewer } from './EventViewer';
import { eventMessage } from './streamMessages';

const PAGE = 500;

/** What the streams are made of. */
export interface EventStreamsOptions {
  readonly knex: Knex;
  readonly tail: EventTail;
  readonly heartbeatMs: number;
  readonly bufferBytes: number;
  /** A viewer that takes nothing for so long is cut; 30 seconds unless given. */
  readonly stuckMs?: number;
  /** Longest life of one stream. */
  readonly maximumMs: number;
  readonly logger: LoggerService;
}

/** A stream to open. */
export interface OpenStreamOptions {
  readonly response: Response;
  readonly rights: CallerRights;
  readonly topics: readonly EventTopic[];
  /** Resume after this position; without it, what the tail of the log reads from now on is told. */
  readonly after: string | undefined;
  /** When the caller's token ends, and the stream with it. */
  readonly expiresAt: Date | undefined;
  readonly now: Date;
}

/** All open streams of this replica, fed by its one tail of the log. */
export class EventStreams {
  readonly #options: EventStreamsOptions;
  readonly #viewers = new Set<EventViewer>();
  #unsubscribe: (() => void) | undefined;
  #closed = false;

  static create(options: EventStreamsOptions): EventStreams {
    return new EventStreams(options);
  }

  private constructor(options: EventStreamsOptions) {
    this.#options = options;
    this.#unsubscribe = options.tail.subscribe(event => this.#tell(event));
  }

  /** Resolves when the viewer is live, or gone. */
  async open(options: OpenStreamOptions): Promise<void> {
    if (this.#closed) {
      throw new ServiceUnavailableError('The backend is shutting down');
    }
    const { heartbeatMs, bufferBytes, maximumMs, tail } = this.#options;
    const remaining = options.expiresAt
      ? options.expiresAt.getTime() - options.now.getTime()
      : maximumMs;
    const viewer = EventViewer.create({
      response: options.response,
      rights: options.rights,
      topics: options.topics,
      // The tail may be a moment behind the log: the viewer is then told of events from just before it opened. Too much
      // at this end is harmless; the newest position of the log instead could leave out what it has yet to pass on.
      after: options.after ?? tail.position,
      heartbeatMs,
      bufferBytes,
      lifetimeMs: Math.max(0, Math.min(remaining, maximumMs)),
      stuckMs: this.#options.stuckMs ?? 30_000,
      onBehind: each => this.#catchUpLater(each, options),
      onClose: each => this.#viewers.delete(each),
    });
    this.#viewers.add(viewer);
    try {
      if (options.after === undefined) viewer.goLive();
      else await this.#catchUp(viewer, options);
    } catch (error) {
      viewer.end();
      throw error;
    }
  }

  #catchUpLater(viewer: EventViewer, options: OpenStreamOptions): void {
    viewer
      .drained()
      .then(() => this.#catchUp(viewer, options))
      .catch(error => {
        this.#options.logger.warn(
          `A stream of events is ended, since the log cannot be read: ${error}`,
        );
        viewer.end();
      });
  }

  /** Ends all streams, and refuses new ones: open streams would hold up a shutdown. */
  close(): void {
    this.#closed = true;
    this.#unsubscribe?.();
    for (const viewer of [...this.#viewers]) viewer.end();
  }

  get size(): number {
    return this.#viewers.size;
  }

  async #catchUp(
    viewer: EventViewer,
    options: OpenStreamOptions,
  ): Promise<void> {
    do {
      await this.#tellPast(viewer, options);
    } while (viewer.isOpen && !viewer.goLive());
  }

  async #tellPast(
    viewer: EventViewer,
    options: OpenStreamOptions,
  ): Promise<void> {
    while (viewer.isOpen) {
      const page = await listEvents(this.#options.knex, {
        after: viewer.position,
        limit: PAGE,
        authorize: query => {
          whereTopics(query, options.topics);
          whereEventReadable(query, options.rights);
        },
      });
      if (page.reset) {
        viewer.reset(page.next);
        return;
      }
      for (const event of page.items) {
        if (!viewer.isOpen) return;
        await viewer.tellPast(event, eventMessage(event));
      }
      viewer.skipTo(page.next);
      if (page.items.length < PAGE) return;
    }
  }

  #tell(event: StoredEvent): void {
    let text: string | undefined;
    const message = () => {
      text ??= eventMessage(event);
      return text;
    };
    for (const viewer of this.#viewers) viewer.tell(event, message);
  }
}
