import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { EngineObserver } from '../observe/EngineObserver';
import { gatherTime, type LastCommit } from './batch/gatherTime';
import { prepareBatch } from './batch/prepareBatch';
import { settleBatches } from './batch/settleBatches';
import { writeBatch } from './batch/writeBatch';
import { DestinationSetUp } from './destination/DestinationSetUp';
import { readDestinations } from './destination/readDestinations';
import type { StoreDestination } from './destination/types';
import { GitCommandError } from './git/GitCommandError';
import type { GitRepository } from './git/GitRepository';
import { admittedDestinations } from './placement/admittedDestinations';
import { partitionDue } from './placement/partitionDue';
import { readDuePlacements } from './placement/readDuePlacements';
import { turnAway } from './placement/turnAway';
import type { WorkContext } from '../queue';
import type { GitStateStore, Verdict } from './store/types';
import { BlobIds } from './sweep/BlobIds';
import { sweepStore } from './sweep/sweepStore';

/** Files of one commit, which are in memory at once. One placement may have more: the runner bounds it. */
const BATCH_BYTES = 32 * 1024 * 1024;
/** Tries against others that move the branch at the same time. */
const STALE_TRIES = 5;

export interface StateStoreDeliveryOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly repository: GitRepository;
  readonly store: GitStateStore;
  readonly claimant: string;
  readonly observer?: EngineObserver;
  readonly gatherMs: number;
  /** Placements of one commit, at most. */
  readonly placementsPerCommit: number;
  readonly now: () => Date;
}

/** Writes placements into one branch, while it holds the lease of that store. */
export class StateStoreDelivery {
  readonly #options: StateStoreDeliveryOptions;
  readonly #blobIds: BlobIds;
  readonly #setUp: DestinationSetUp;
  #lastCommit: LastCommit | undefined;

  static create(options: StateStoreDeliveryOptions): StateStoreDelivery {
    return new StateStoreDelivery(options);
  }

  private constructor(options: StateStoreDeliveryOptions) {
    this.#options = options;
    this.#blobIds = BlobIds.create(options);
    this.#setUp = DestinationSetUp.create(options);
  }

  /** Settings for which this was made; others need another one. */
  get fingerprint(): string {
    return this.#options.store.row.spec;
  }

  get repository(): GitRepository {
    return this.#options.repository;
  }

  /** Compares the store with what should be there; what was changed waits to be written again. */
  async sweep(context: WorkContext): Promise<void> {
    const { knex, repository, store, logger, now } = this.#options;
    const result = await sweepStore(knex, {
      context,
      store: store.key,
      repository,
      destinations: await this.#readDestinations(),
      blobIds: this.#blobIds,
      author: store.spec.gitAuthor,
      at: now(),
    });
    if (result.repaired.length + result.undone.length > 0) {
      logger.warn(
        `${store.key.kind}/${store.key.name}: ${result.repaired.length} placements were changed by others and are written again, ${result.undone.length} files of a late writer were removed`,
      );
    }
    if (result.foreign.length > 0) {
      logger.debug(
        `${store.key.kind}/${store.key.name}: ${result.foreign.length} files of others are left alone, for example ${result.foreign[0]}`,
      );
    }
    await repository.tidy(context.signal);
  }

  /** Brings everything that is due into the store, in as few commits as it takes. */
  async deliver(
    context: WorkContext,
    options: { readonly evenIfWaiting: boolean },
  ): Promise<void> {
    const { knex, repository, store, placementsPerCommit, now } = this.#options;
    if (!repository.fetched) {
      await repository.fetch(context.signal);
    }
    await settleBatches(knex, {
      context,
      store: store.key,
      repository,
      at: now(),
    });
    let destinations = await this.#readDestinations();
    let verdicts = await this.#judge(context, destinations);
    let removed = false;
    for (let stale = 0; ; ) {
      const due = await readDuePlacements(knex, {
        store: store.key,
        at: now(),
        limit: placementsPerCommit,
        ...admittedDestinations(verdicts),
        ...options,
      });
      const { admitted } = partitionDue(due, verdicts);
      if (admitted.length === 0) {
        break;
      }
      const gather = gatherTime({
        due: admitted.length,
        limit: placementsPerCommit,
        last: this.#lastCommit,
        now: now(),
        shortestMs: this.#options.gatherMs,
      });
      if (gather > 0) {
        await sleep(gather, undefined, { signal: context.signal });
      }
      const prepared = await prepareBatch(knex, {
        context,
        store: store.key,
        at: now(),
        limit: placementsPerCommit,
        maxBytes: BATCH_BYTES,
        verdicts,
        ...options,
      });
      if (!prepared) {
        break;
      }
      const outcome = await writeBatch(knex, {
        context,
        store: store.key,
        repository,
        ...prepared,
        roots: new Map(destinations.map(({ row, root }) => [row.name, root])),
        author: store.spec.gitAuthor,
        claimant: this.#options.claimant,
        observer: this.#options.observer,
        now,
      });
      if (outcome === 'written') {
        removed ||= prepared.placements.some(({ row }) => row.removing);
        this.#lastCommit = {
          placements: prepared.placements.length,
          at: now(),
        };
        this.#setUp.carryOn();
        stale = 0;
        continue;
      }
      stale += 1;
      if (stale >= STALE_TRIES) {
        throw new GitCommandError({
          verb: 'push',
          problem: `others moved the branch ${STALE_TRIES} times in a row; it is tried again`,
        });
      }
      await repository.fetch(context.signal);
      destinations = await this.#readDestinations();
      verdicts = await this.#judge(context, destinations);
    }
    if (removed && destinations.some(({ row }) => row.state === 'Removing')) {
      await this.#setUp.prepare(context, destinations);
    }
  }

  /** What can be written to, by the Destination's name; what cannot be written is told why. */
  async #judge(
    context: WorkContext,
    destinations: readonly StoreDestination[],
  ): Promise<ReadonlyMap<string, Verdict>> {
    const { knex, store, now } = this.#options;
    return turnAway(knex, {
      context,
      store: store.key,
      verdicts: await this.#setUp.prepare(context, destinations),
      at: now(),
    });
  }

  #readDestinations(): Promise<StoreDestination[]> {
    const { knex, store } = this.#options;
    return readDestinations(knex, store.key, store.spec.path);
  }
}
