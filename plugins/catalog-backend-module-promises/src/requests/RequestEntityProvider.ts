import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { EVENT_TOPIC_CATALOG_CHANGED } from '@promissory/plugin-promises-common';
import { compareEntities, type GivenEntities } from './compareEntities';
import type { RequestEntitiesClient } from './RequestEntitiesClient';
import { WakingTimer } from './WakingTimer';

/** What the provider is made of. */
export interface RequestEntityProviderOptions {
  readonly client: Pick<RequestEntitiesClient, 'read'>;
  readonly events: EventsService;
  readonly logger: LoggerService;
  /** How often to look without being woken; 30 seconds unless given. */
  readonly pollMs?: number;
  /** How often the catalog gets all of it again, whatever became of it there; 10 minutes unless given. */
  readonly fullMs?: number;
  readonly now?: () => number;
}

/**
 * Requests and what was delivered for them, as entities of the catalog: all of it at the start, changes afterwards. Every
 * replica does so; the same twice changes nothing. What the promises backend cannot tell stays as it is.
 */
export class RequestEntityProvider implements EntityProvider {
  readonly #options: RequestEntityProviderOptions;
  readonly #timer = WakingTimer.create();
  #given: GivenEntities | undefined;
  #version: string | undefined;
  #fullAt = 0;
  #loop: Promise<void> | undefined;
  #isClosed = false;

  static create(options: RequestEntityProviderOptions): RequestEntityProvider {
    return new RequestEntityProvider(options);
  }

  private constructor(options: RequestEntityProviderOptions) {
    this.#options = options;
  }

  /** Never changes: the catalog removes the entities of providers that it does not know any more. */
  getProviderName(): string {
    return 'promises-requests';
  }

  /** Returns before the first look: the promises backend may start later than the catalog. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.events.subscribe({
      id: 'catalog-promises-requests',
      topics: [EVENT_TOPIC_CATALOG_CHANGED],
      // Who publishes waits for its subscribers: take note and return.
      onEvent: async () => this.#timer.wake(),
    });
    this.#loop = this.#follow(connection);
  }

  /** Ends following; for the shutdown of the backend. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#timer.wake();
    await this.#loop;
  }

  async #follow(connection: EntityProviderConnection): Promise<void> {
    const { logger, pollMs = 30_000 } = this.#options;
    let failures = 0;
    while (!this.#isClosed) {
      try {
        await this.#provide(connection);
        failures = 0;
      } catch (error) {
        failures += 1;
        // What the catalog has of the last try is not known.
        this.#given = undefined;
        // A backend that is still starting is nothing to tell of.
        const level = failures > 5 ? 'warn' : 'debug';
        logger[level](
          `The catalog cannot be given the entities of requests, it is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
      const wait = failures
        ? Math.min(pollMs, 200 * 2 ** Math.min(failures, 10))
        : pollMs;
      await this.#timer.wait(wait);
    }
  }

  async #provide(connection: EntityProviderConnection): Promise<void> {
    const { client, fullMs = 600_000, now = Date.now } = this.#options;
    const isFull = this.#given === undefined || now() >= this.#fullAt;
    const read = await client.read(isFull ? undefined : this.#version);
    if (!read) {
      return;
    }
    const { added, removed, given } = compareEntities({
      given: this.#given ?? new Map(),
      items: read.items,
    });
    if (isFull) {
      await connection.applyMutation({
        type: 'full',
        entities: [...read.items],
      });
      this.#fullAt = now() + fullMs;
    } else if (added.length + removed.length > 0) {
      await connection.applyMutation({ type: 'delta', added, removed });
    }
    this.#given = given;
    this.#version = read.version;
  }
}
