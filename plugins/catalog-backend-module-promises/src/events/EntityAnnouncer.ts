import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  EVENT_TOPIC_ENTITY,
  type PromiseEntityEvent,
} from '@promissory/plugin-promises-common';

/** Tells whoever listens that an entity of Kratix is new or changed. */
export class EntityAnnouncer {
  readonly #events: EventsService;
  readonly #logger: LoggerService;

  static create(options: {
    readonly events: EventsService;
    readonly logger: LoggerService;
  }): EntityAnnouncer {
    return new EntityAnnouncer(options);
  }

  private constructor(options: {
    readonly events: EventsService;
    readonly logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /**
   * Returns at once: publishing waits for every subscriber in this process, and the catalog must not. An event that is
   * lost is made up for by the subscribers' own periodic comparison.
   */
  announce(event: PromiseEntityEvent): void {
    this.#events
      .publish({ topic: EVENT_TOPIC_ENTITY, eventPayload: event })
      .catch(error => {
        this.#logger.warn(
          `Could not publish that ${event.entityRef} changed: ${error}`,
        );
      });
  }
}
