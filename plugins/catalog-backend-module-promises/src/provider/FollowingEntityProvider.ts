import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { EVENT_TOPIC_CATALOG_CHANGED } from '@promissory/plugin-promises-common';
import { compareEntities, type GivenEntities } from './compareEntities';
import { WakingTimer } from './WakingTimer';

/** All entities that there are to be, of one version. */
export interface EntitiesOfVersion {
  readonly version: string;
  readonly items: ReadonlyArray<Required<DeferredEntity>>;
  /** The catalog may hold more, from before this process, that cannot be told now: nothing of it goes. Default: false. */
  readonly isPartial?: boolean;
}

/** Where entities are read. */
export interface EntitySource {
  /** All of one version; undefined where that is the known one. Rejects where they cannot be told. */
  read(known: string | undefined): Promise<EntitiesOfVersion | undefined>;
}

/** What the provider is made of. */
export interface FollowingEntityProviderOptions {
  /** Must never change: the catalog removes the entities of providers that it does not know any more. */
  readonly name: string;
  /** What the entities are, in words: "the entities of requests". */
  readonly subject: string;
  readonly client: EntitySource;
  readonly events: EventsService;
  readonly logger: LoggerService;
  /** How often to look without being woken; 30 seconds unless given. */
  readonly pollMs?: number;
  /** How long to let more come after being woken, so that a burst is one look; not at all unless given. */
  readonly gatherMs?: number;
  /** How often the catalog gets all of it again, whatever became of it there; 10 minutes unless given. */
  readonly fullMs?: number;
  readonly now?: () => number;
}

/**
 * Entities of which the promises backend decides what there is: all of it at the start, changes afterwards. Every replica
 * does so; the same twice changes nothing. What the promises backend cannot tell stays as it is.
 */
export class FollowingEntityProvider implements EntityProvider {
  readonly #options: FollowingEntityProviderOptions;
  readonly #timer = WakingTimer.create();
  #given: GivenEntities | undefined;
  #version: string | undefined;
  /** Whether the catalog may hold more than what was given. */
  #isPartial = false;
  #fullAt = 0;
  #loop: Promise<void> | undefined;
  #isClosed = false;

  static create(
    options: FollowingEntityProviderOptions,
  ): FollowingEntityProvider {
    return new FollowingEntityProvider(options);
  }

  private constructor(options: FollowingEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return this.#options.name;
  }

  /** Returns before the first look: the promises backend may start later than the catalog. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#options.events.subscribe({
      id: `catalog-${this.getProviderName()}`,
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
    const { logger, subject, pollMs = 30_000, gatherMs = 0 } = this.#options;
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
          `The catalog cannot be given ${subject}, it is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
      const wait = failures
        ? Math.min(pollMs, 200 * 2 ** Math.min(failures, 10))
        : pollMs;
      await this.#timer.wait(wait);
      if (gatherMs > 0 && !this.#isClosed) await sleep(gatherMs);
    }
  }

  async #provide(connection: EntityProviderConnection): Promise<void> {
    const { client, fullMs = 600_000, now = Date.now } = this.#options;
    const isDue = this.#given === undefined || now() >= this.#fullAt;
    const read = await client.read(isDue ? undefined : this.#version);
    if (!read) {
      return;
    }
    const { items, isPartial = false } = read;
    const { added, removed, given } = compareEntities({
      given: this.#given ?? new Map(),
      items,
    });
    const isWhole = isDue || (this.#isPartial && !isPartial);
    if (isWhole && isPartial) {
      await connection.applyMutation({
        type: 'delta',
        added: [...items],
        removed,
      });
    } else if (isWhole) {
      await connection.applyMutation({ type: 'full', entities: [...items] });
    } else if (added.length + removed.length > 0) {
      await connection.applyMutation({ type: 'delta', added, removed });
    }
    if (isWhole) this.#fullAt = now() + fullMs;
    this.#isPartial = isPartial;
    this.#given = given;
    this.#version = read.version;
  }
}
