import type { Knex } from 'knex';
import type { WorkContext } from '../../queue';
import type { GitRepository } from '../git/GitRepository';
import type { GitStateStore, Verdict } from '../store/types';
import { finishRemovals } from './finishRemovals';
import { occupiedDestinations } from './occupiedDestinations';
import { recordDestinations } from './recordDestinations';
import { setUpDestinations } from './setUpDestinations';
import type { StoreDestination } from './types';

/** What the set-up of a store's Destinations is made of. */
export interface DestinationSetUpOptions {
  readonly knex: Knex;
  readonly repository: GitRepository;
  readonly store: GitStateStore;
  readonly claimant: string;
  readonly now: () => Date;
}

/**
 * Claims and test documents of a store's Destinations; asks the store only when the branch or the Destinations are not
 * what they were.
 */
export class DestinationSetUp {
  readonly #options: DestinationSetUpOptions;
  /** What the Destinations were found to be, and for which commit and rows this holds. */
  #known:
    | {
        readonly fingerprint: string;
        commit: string | undefined;
        readonly verdicts: ReadonlyMap<string, Verdict>;
      }
    | undefined;

  static create(options: DestinationSetUpOptions): DestinationSetUp {
    return new DestinationSetUp(options);
  }

  private constructor(options: DestinationSetUpOptions) {
    this.#options = options;
  }

  /** Sets up what is missing, records what was found, and answers by name what can be written to. */
  async prepare(
    context: WorkContext,
    destinations: readonly StoreDestination[],
  ): Promise<ReadonlyMap<string, Verdict>> {
    const { knex, repository, store, claimant, now } = this.#options;
    const occupied = await occupiedDestinations(
      knex,
      destinations.filter(({ row }) => row.state === 'Removing'),
    );
    const fingerprint = fingerprintOf(destinations, occupied);
    const isKnown =
      this.#known?.fingerprint === fingerprint &&
      this.#known.commit === repository.head?.commit;
    const plan =
      this.#known && isKnown
        ? { verdicts: this.#known.verdicts, vacated: [] }
        : await setUpDestinations({
            repository,
            destinations,
            claimant,
            occupied,
            author: store.spec.gitAuthor,
            epoch: context.work.epoch,
            at: now(),
            signal: context.signal,
          });
    const { verdicts, vacated } = plan;
    await recordDestinations(knex, {
      context,
      destinations: destinations.map(({ row }) => row),
      verdicts,
      at: now(),
    });
    await finishRemovals(knex, {
      context,
      platform: store.key.platform,
      names: vacated,
    });
    this.#known = { fingerprint, commit: repository.head?.commit, verdicts };
    return verdicts;
  }

  /** Our own commits leave claims and test documents as they are. */
  carryOn(): void {
    if (this.#known) {
      this.#known.commit = this.#options.repository.head?.commit;
    }
  }
}

function fingerprintOf(
  destinations: readonly StoreDestination[],
  occupied: ReadonlySet<string>,
): string {
  return JSON.stringify(
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
}
