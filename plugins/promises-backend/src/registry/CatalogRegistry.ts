import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import { EVENT_TOPIC_ENTITY } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import type { CatalogReader } from './CatalogReader';
import type { EntityRegistrar } from './EntityRegistrar';
import { findFileFault } from './findFileFault';
import { KeyedTasks } from './KeyedTasks';
import { planComparison } from './planComparison';
import { readEntity, type EntityFacts } from './readEntity';
import type { RegisteredEntity, RegistryStore } from './RegistryStore';
import { versionOf } from './versionOf';

/** The catalog's API shows an entity up to a second after its event; the last waits are for a busy one. */
const WAITS_MS = [0, 25, 50, 100, 100, 200, 200, 400, 800, 1_600, 3_200];

/** What is delivered to is known before what delivers. */
const ORDER = ['GitStateStore', 'BucketStateStore', 'Destination', 'Promise'];

const entityEvent = z.object({
  entityRef: z.string(),
  kind: z.string(),
  hash: z.string(),
});

/** An entity of the catalog, and what was read of it. */
interface SeenEntity {
  readonly entity: Entity;
  readonly facts: EntityFacts;
}

/** What the registry is made of. */
export interface CatalogRegistryOptions {
  readonly reader: CatalogReader;
  readonly registrar: EntityRegistrar;
  readonly store: RegistryStore;
  readonly events: EventsService;
  readonly logger: LoggerService;
  readonly comparisonMs: number;
}

/**
 * Follows the catalog: at once by its events, and by a periodic comparison of everything, which also finds what was
 * removed and what an event that was lost told of. A read that fails changes nothing.
 */
export class CatalogRegistry {
  readonly #options: CatalogRegistryOptions;
  readonly #tasks: KeyedTasks<string>;
  readonly #versions = new Map<string, string>();
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  static create(options: CatalogRegistryOptions): CatalogRegistry {
    return new CatalogRegistry(options);
  }

  private constructor(options: CatalogRegistryOptions) {
    this.#options = options;
    this.#tasks = KeyedTasks.create({
      concurrency: 4,
      task: (entityRef, hash) => this.#follow(entityRef, hash),
    });
  }

  async start(): Promise<void> {
    await this.#options.events.subscribe({
      id: 'promises-registry',
      topics: [EVENT_TOPIC_ENTITY],
      // The catalog waits for its subscribers: take note and return.
      onEvent: async ({ eventPayload }) => {
        const event = entityEvent.safeParse(eventPayload);
        if (event.success) {
          this.#tasks.add(event.data.entityRef, event.data.hash);
        }
      },
    });
    this.#loop = this.#compareRepeatedly();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all([this.#tasks.stop(), this.#loop]);
  }

  /** Compares with the whole catalog. Rejects, and changes nothing, where the catalog cannot be read. */
  async compare(options: { readonly mayRemove: boolean }): Promise<void> {
    const { reader, store } = this.#options;
    const [entities, faults, registered] = await Promise.all([
      reader.all(),
      reader.locationFaults(),
      store.list(),
    ]);
    const byRef = new Map<string, SeenEntity>();
    for (const entity of entities) {
      const facts = readEntity(entity);
      if (!facts) continue;
      const fault = facts.fault ?? findFileFault(faults, facts.file);
      byRef.set(facts.entityRef, { entity, facts: { ...facts, fault } });
    }
    const plan = planComparison({
      seen: [...byRef.values()].map(each => each.facts),
      registered,
      versions: this.#versions,
    });
    for (const kind of ORDER) {
      for (const entityRef of plan.register) {
        const seen = byRef.get(entityRef);
        if (seen?.facts.kind === kind) await this.#register(seen);
      }
    }
    if (options.mayRemove) await this.#remove(plan.gone, byRef);
  }

  async #remove(
    gone: readonly RegisteredEntity[],
    byRef: ReadonlyMap<string, SeenEntity>,
  ): Promise<void> {
    if (gone.length === 0) return;
    const { reader, store } = this.#options;
    const missing = await reader.missing(gone.map(each => each.entityRef));
    for (const each of gone.filter(({ entityRef }) => missing.has(entityRef))) {
      this.#versions.delete(each.entityRef);
      for (const refused of await store.remove(each)) {
        const seen = byRef.get(refused);
        if (seen) await this.#register(seen);
      }
    }
  }

  /**
   * The first comparison after a start removes nothing: a catalog that is itself starting, or was restored, may not have
   * everything yet.
   */
  async #compareRepeatedly(): Promise<void> {
    const { logger, comparisonMs } = this.#options;
    const { signal } = this.#stop;
    let mayRemove = false;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.compare({ mayRemove });
        mayRemove = true;
        failures = 0;
      } catch (error) {
        failures += 1;
        logger.warn(
          `The registry cannot compare with the catalog; nothing is withdrawn and it tries again: ${stringifyError(
            error,
          )}`,
        );
      }
      const wait = failures
        ? Math.min(comparisonMs, 500 * 2 ** Math.min(failures - 1, 10))
        : comparisonMs;
      await sleep(wait, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** Waits, for a bounded time, until the catalog shows what its event told of. */
  async #follow(entityRef: string, hash: string): Promise<void> {
    const { reader, logger } = this.#options;
    try {
      for (const wait of WAITS_MS) {
        await sleep(wait, undefined, { signal: this.#stop.signal });
        const entity = await reader.one(entityRef);
        const facts = entity && readEntity(entity);
        if (entity && facts && this.#shows(facts, hash)) {
          // It was announced, so its file was read just now: what was wrong with that is over.
          await this.#register({ entity, facts });
          return;
        }
      }
      logger.debug(
        `The catalog does not show ${entityRef} with hash ${hash}; the next comparison looks again`,
      );
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      logger.warn(
        `Cannot follow ${entityRef}; the next comparison looks again: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  #shows(facts: EntityFacts, hash: string): boolean {
    const shown = facts.definitionSha256;
    if (shown !== undefined) return shown === hash;
    // Small kinds may carry no hash: an entity that this process has not registered yet is news.
    return this.#versions.get(facts.entityRef) !== versionOf(facts);
  }

  /** One bad entity never hides the others. */
  async #register({ entity, facts }: SeenEntity): Promise<void> {
    try {
      if (await this.#options.registrar.register(entity, facts)) {
        const version = versionOf(facts);
        if (version) this.#versions.set(facts.entityRef, version);
      }
    } catch (error) {
      this.#options.logger.error(
        `Cannot register ${facts.entityRef}: ${stringifyError(error)}`,
      );
    }
  }
}
