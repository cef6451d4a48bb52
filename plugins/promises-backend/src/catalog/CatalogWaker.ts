import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { EVENT_TOPIC_CATALOG_CHANGED } from '@promissory/plugin-promises-common';
import {
  catalogEventTypes,
  type EventTail,
  type EventType,
} from '@promissory/plugin-promises-engine';

/** Templates come and go with these. */
const PROMISES: readonly EventType[] = [
  'PromiseRegistered',
  'PromiseChanged',
  'PromiseWithdrawn',
];

/** Of what comes in a burst one wake-up is made. */
const QUIET_MS = 100;

/** Tells the catalog that what it is to show may have changed. One that is lost is made up for by the catalog's own poll. */
export class CatalogWaker {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;

  static create(options: {
    readonly tail: Pick<EventTail, 'subscribe'>;
    readonly events: EventsService;
    readonly logger: LoggerService;
  }): CatalogWaker {
    return new CatalogWaker(options);
  }

  private constructor(options: {
    readonly tail: Pick<EventTail, 'subscribe'>;
    readonly events: EventsService;
    readonly logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#unsubscribe = options.tail.subscribe(({ type }) => {
      if (catalogEventTypes.includes(type) || PROMISES.includes(type))
        this.#soon();
    });
  }

  close(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  /** Not later with each event, so that a long burst is followed while it lasts. */
  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#events
        .publish({ topic: EVENT_TOPIC_CATALOG_CHANGED, eventPayload: {} })
        .catch(error =>
          this.#logger.warn(`Cannot tell the catalog of changes: ${error}`),
        );
    }, QUIET_MS);
  }
}
