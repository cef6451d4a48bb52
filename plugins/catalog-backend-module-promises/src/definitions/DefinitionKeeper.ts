import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@promissory/plugin-promises-common';
import type { DefinitionsClient } from './DefinitionsClient';

/** How long it is taken for granted that a definition is still kept. */
const TRUST_MS = 10 * 60_000;

/**
 * Sees to it that the promises backend keeps the definition that an entity is about to name: a new one is sent at once,
 * one that was sent before is asked for now and then, because the backend's database can be lost without the catalog's.
 */
export class DefinitionKeeper {
  readonly #client: DefinitionsClient;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #trustedUntil = new Map<string, number>();

  static create(options: {
    readonly client: DefinitionsClient;
    readonly logger: LoggerService;
    readonly now?: () => number;
  }): DefinitionKeeper {
    return new DefinitionKeeper(options);
  }

  private constructor(options: {
    readonly client: DefinitionsClient;
    readonly logger: LoggerService;
    readonly now?: () => number;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** Throws where a new definition could not be sent; the entity must not name it then. */
  async keep(options: {
    readonly hash: string;
    readonly definition: JsonObject;
    /** The catalog remembers that this entity's definition of this hash was sent. */
    readonly wasSent: boolean;
  }): Promise<void> {
    const { hash, definition, wasSent } = options;
    if (!wasSent || (await this.#isMissing(hash))) {
      await this.#client.put(hash, definition);
      this.#trust(hash);
    }
  }

  async #isMissing(hash: string): Promise<boolean> {
    if ((this.#trustedUntil.get(hash) ?? 0) > this.#now()) {
      return false;
    }
    try {
      const missing = await this.#client.listMissing([hash]);
      if (missing.includes(hash)) {
        return true;
      }
      this.#trust(hash);
    } catch (error) {
      // Nothing is worse than before; the next round asks again.
      this.#logger.debug(
        `Could not ask whether the definition ${hash} is kept: ${error}`,
      );
    }
    return false;
  }

  #trust(hash: string): void {
    const now = this.#now();
    for (const [known, until] of this.#trustedUntil) {
      // In the order in which they were trusted, so the first that still is ends it.
      if (until > now) {
        break;
      }
      this.#trustedUntil.delete(known);
    }
    this.#trustedUntil.delete(hash);
    this.#trustedUntil.set(hash, now + TRUST_MS);
  }
}
