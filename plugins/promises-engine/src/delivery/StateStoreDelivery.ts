import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { prepareBatch } from './batch/prepareBatch';
import { recordGone } from './batch/recordGone';
import { settleBatches } from './batch/settleBatches';
import { writeBatch } from './batch/writeBatch';
import { finishRemovals } from './destination/finishRemovals';
import { occupiedDestinations } from './destination/occupiedDestinations';
import { readDestinations } from './destination/readDestinations';
import { readMovedDestinations } from './destination/readMovedDestinations';
import { recordDestinations } from './destination/recordDestinations';
import { setUpDestinations } from './destination/setUpDestinations';
import type { StoreDestination } from './destination/types';
import { GitCommandError } from './git/GitCommandError';
import type { GitRepository } from './git/GitRepository';
import { partitionDue } from './placement/partitionDue';
import { readDuePlacements } from './placement/readDuePlacements';
import { recordProblems } from './placement/recordProblems';
import type { WorkContext } from '../queue';
import type { GitStateStore, Verdict } from './store/types';
import { BlobIds } from './sweep/BlobIds';
import { sweepStore } from './sweep/sweepStore';

/** Placements of one commit. */
const BATCH_PLACEMENTS = 100;
/** Files of one commit, which are in memory at once. One placement may have more: the runner bounds it. */
const BATCH_BYTES = 32 * 1024 * 1024;
/** Placements that are told in one transaction why they wait. */
const WAITING_PLACEMENTS = 1_000;
/** Tries against others that move the branch at the same time. */
const STALE_TRIES = 5;

export interface StateStoreDeliveryOptions {
  readonly knex: Knex;
  readonly logger: LoggerService;
  readonly repository: GitRepository;
  readonly store: GitStateStore;
  readonly claimant: string;
  readonly gatherMs: number;
  readonly now: () => Date;
}

/** Writes placements into one branch, while it holds the lease of that store. */
export class StateStoreDelivery {
  readonly #options: StateStoreDeliveryOptions;
  readonly #blobIds: BlobIds;
  /** What the Destinations were found to be, and for which commit and rows this holds. */
  #setUp:
    | {
        readonly fingerprint: string;
        commit: string | undefined;
        readonly verdicts: ReadonlyMap<string, Verdict>;
      }
    | undefined;

  static create(options: StateStoreDeliveryOptions): StateStoreDelivery {
    return new StateStoreDelivery(options);
  }

  private constructor(options: StateStoreDeliveryOptions) {
    this.#options = options;
    this.#blobIds = BlobIds.create(options);
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
    const { knex, repository, store, now } = this.#options;
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
    let verdicts = await this.#prepareDestinations(context, destinations);
    verdicts = await this.#turnAway(context, verdicts);
    let removed = false;
    for (let stale = 0; ; ) {
      const due = await readDuePlacements(knex, {
        store: store.key,
        at: now(),
        limit: BATCH_PLACEMENTS,
        destinations: [...verdicts.keys()],
        ...options,
      });
      const { admitted } = partitionDue(due, verdicts);
      if (admitted.length === 0) {
        break;
      }
      if (admitted.length > 1) {
        // More are on their way: one commit for all is worth a short wait.
        await sleep(this.#options.gatherMs, undefined, {
          signal: context.signal,
        });
      }
      const prepared = await prepareBatch(knex, {
        context,
        store: store.key,
        at: now(),
        limit: BATCH_PLACEMENTS,
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
        now,
      });
      if (outcome === 'written') {
        removed ||= prepared.placements.some(({ row }) => row.removing);
        this.#carryOn();
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
      verdicts = await this.#prepareDestinations(context, destinations);
      verdicts = await this.#turnAway(context, verdicts);
    }
    if (removed && destinations.some(({ row }) => row.state === 'Removing')) {
      await this.#prepareDestinations(context, destinations);
    }
  }

  #readDestinations(): Promise<StoreDestination[]> {
    const { knex, store } = this.#options;
    return readDestinations(knex, store.key, store.spec.path);
  }

  /** Claims and test documents; asks the store only when the branch or the Destinations are not what they were. */
  async #prepareDestinations(
    context: WorkContext,
    destinations: readonly StoreDestination[],
  ): Promise<ReadonlyMap<string, Verdict>> {
    const { knex, repository, store, claimant, now } = this.#options;
    const occupied = await occupiedDestinations(
      knex,
      destinations.filter(({ row }) => row.state === 'Removing'),
    );
    const record = (verdicts: ReadonlyMap<string, Verdict>) =>
      recordDestinations(knex, {
        context,
        destinations: destinations.map(({ row }) => row),
        verdicts,
        at: now(),
      });
    const fingerprint = JSON.stringify(
      destinations.map(({ row, root }) => [
        row.name,
        root,
        row.spec,
        // What was found out here is no reason to look again.
        ['Ready', 'NotReady'].includes(row.state)
          ? ''
          : [row.state, row.message, occupied.has(row.name)],
      ]),
    );
    if (
      this.#setUp?.fingerprint === fingerprint &&
      this.#setUp.commit === repository.head?.commit
    ) {
      await record(this.#setUp.verdicts);
      return this.#setUp.verdicts;
    }
    const plan = await setUpDestinations({
      repository,
      destinations,
      claimant,
      occupied,
      author: store.spec.gitAuthor,
      epoch: context.work.epoch,
      at: now(),
      signal: context.signal,
    });
    await record(plan.verdicts);
    await finishRemovals(knex, {
      context,
      platform: store.key.platform,
      names: plan.vacated,
    });
    this.#setUp = {
      fingerprint,
      commit: repository.head?.commit,
      verdicts: plan.verdicts,
    };
    return plan.verdicts;
  }

  /** Our own commits leave claims and test documents as they are. */
  #carryOn(): void {
    if (this.#setUp) {
      this.#setUp.commit = this.#options.repository.head?.commit;
    }
  }

  /**
   * Tells placements why they wait, and lets those go whose Destination is gone. Answers the verdicts with those of
   * Destinations that have something left here and are in another store now.
   */
  async #turnAway(
    context: WorkContext,
    verdicts: ReadonlyMap<string, Verdict>,
  ): Promise<ReadonlyMap<string, Verdict>> {
    const { knex, store, now } = this.#options;
    const ready = [...verdicts].flatMap(([name, verdict]) =>
      verdict.ready ? [name] : [],
    );
    const due = await readDuePlacements(knex, {
      store: store.key,
      at: now(),
      limit: WAITING_PLACEMENTS,
      evenIfWaiting: true,
      otherDestinations: ready,
    });
    const moved = await readMovedDestinations(
      knex,
      store.key,
      due.map(({ row }) => row.destination).filter(name => !verdicts.has(name)),
    );
    const known = new Map([...verdicts, ...moved]);
    const { waiting, orphaned } = partitionDue(due, known);
    await recordProblems(knex, {
      context,
      problems: waiting,
      outcome: 'wait',
      at: now(),
    });
    await recordGone(knex, { context, placements: orphaned, at: now() });
    return known;
  }
}
