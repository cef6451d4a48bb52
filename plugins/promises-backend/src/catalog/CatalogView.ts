import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { RequestCatalog } from '@promissory/plugin-promises-common';
import {
  listCatalogClaims,
  listCatalogOrders,
  listDeliveredFiles,
  readCatalogRevision,
  readWorkloadContents,
  updateCatalogClaims,
  type CatalogClaim,
} from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import { decideItems, type CatalogDecision } from './decideItems';
import { EntityChecks } from './EntityChecks';
import { EntityFileCache } from './EntityFileCache';
import { findCandidates } from './findCandidates';
import type { ForeignEntities } from './ForeignEntities';
import { planClaims } from './planClaims';
import { toRequestCatalog } from './toRequestCatalog';
import type { Candidate } from './types';
import { within } from './within';

/** How long a name that somebody else has is believed to be taken. */
const TAKEN_MS = 30_000;
/** Milliseconds that a page of a request waits for a look where there is one before it, and where there is none. */
const PATIENCE = { again: 100, first: 3_000 };
/** Lines of the log that one look may add. */
const LOGGED = 20;

/** What the catalog is to show, with a version that is the same in every replica. */
export interface CatalogSnapshot extends CatalogDecision {
  readonly version: string;
}

/** What the view is made of. */
export interface CatalogViewOptions {
  readonly knex: Knex;
  readonly platform: string;
  readonly foreign: Pick<ForeignEntities, 'find'>;
  /** Which requests have an entity of their own. */
  readonly requestEntities: boolean | 'all';
  /** Whether entities that were delivered are shown. */
  readonly deliveredEntities: boolean;
  readonly requestUrl: (uid: string) => string | undefined;
  readonly logger: LoggerService;
  readonly now: () => Date;
  /** Milliseconds that one who asks for a request waits, where something was read before and where nothing was. */
  readonly patience?: { readonly again: number; readonly first: number };
}

/** Requests and what was delivered for them, as entities. Worked out again only when something may have changed. */
export class CatalogView {
  readonly #options: CatalogViewOptions;
  readonly #files = EntityFileCache.create();
  readonly #checks = EntityChecks.create();
  #known:
    | { revision: string; snapshot: CatalogSnapshot; until: number }
    | undefined;
  #reading: Promise<CatalogSnapshot> | undefined;
  #reported = new Set<string>();

  static create(options: CatalogViewOptions): CatalogView {
    return new CatalogView(options);
  }

  private constructor(options: CatalogViewOptions) {
    this.#options = options;
  }

  /** What is to be shown now. Who asks while another is being answered gets the answer of a look that began later. */
  async read(): Promise<CatalogSnapshot> {
    const { knex, platform, now } = this.#options;
    const revision = await readCatalogRevision(knex, { platform });
    if (
      this.#known?.revision === revision &&
      now().getTime() < this.#known.until
    ) {
      return this.#known.snapshot;
    }
    while (this.#reading) {
      await this.#reading.catch(() => {});
      if (this.#known && isCurrent(this.#known.revision, revision)) {
        return this.#known.snapshot;
      }
    }
    this.#reading = this.#compute().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** The rest of what was read before: pages of one answer belong together, however much happens meanwhile. */
  async readOn(): Promise<CatalogSnapshot> {
    return this.#known?.snapshot ?? this.read();
  }

  /**
   * What the catalog shows of one request. A page does not wait for everything to be worked out: where that takes long,
   * it shows what was read last, and the look goes on behind it. Undefined where nothing can be told, which is no reason
   * to tell nothing else.
   */
  async readRequest(uid: string): Promise<RequestCatalog | undefined> {
    const { logger, patience = PATIENCE } = this.#options;
    const last = this.#known?.snapshot;
    const look = this.read().catch(error => {
      logger.warn(
        `Cannot tell what the catalog shows of request ${uid}: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    });
    const found = await within(look, last ? patience.again : patience.first);
    const snapshot = found ?? last;
    return snapshot && toRequestCatalog(snapshot, uid);
  }

  async #compute(): Promise<CatalogSnapshot> {
    const { knex, platform, requestUrl, requestEntities, now } = this.#options;
    // In this order: what is not delivered now was not written after its claim was read.
    const revision = await readCatalogRevision(knex, { platform });
    const claims = await listCatalogClaims(knex, { platform });
    const orders = requestEntities
      ? await listCatalogOrders(knex, {
          platform,
          withChildren: requestEntities === 'all',
        })
      : [];
    const { candidates, refusals } = await this.#findCandidates();
    const settled = await this.#claim(candidates, claims);
    const decision = decideItems({
      candidates,
      orders,
      requestUrl,
      ...settled,
    });
    const snapshot = {
      ...decision,
      refusals: [...refusals, ...decision.refusals],
      version: versionOf(decision),
    };
    const until = settled.complete ? Infinity : now().getTime() + TAKEN_MS;
    this.#known = { revision, snapshot, until };
    this.#report(snapshot);
    return snapshot;
  }

  async #findCandidates() {
    const { knex, platform } = this.#options;
    const delivered = this.#options.deliveredEntities
      ? await listDeliveredFiles(knex, { platform })
      : [];
    const hashes = delivered.flatMap(({ files }) => files.map(f => f.sha256));
    const readFile = await this.#files.load([...new Set(hashes)], missing =>
      readWorkloadContents(knex, { hashes: missing }),
    );
    return findCandidates({ delivered, readFile, checks: this.#checks });
  }

  async #claim(
    candidates: readonly Candidate[],
    claims: readonly CatalogClaim[],
  ): Promise<{
    readonly claims: readonly CatalogClaim[];
    readonly foreign: ReadonlyMap<string, string>;
    /** Every name is known to be free or held. */
    readonly complete: boolean;
  }> {
    const { knex, platform, now } = this.#options;
    const { release, claim } = planClaims({ candidates, claims });
    if (release.length + claim.length === 0) {
      return { claims, foreign: new Map(), complete: true };
    }
    const refs = claim.map(({ entityRef }) => entityRef);
    const foreign = await this.#findForeign(refs);
    await updateCatalogClaims(knex, {
      platform,
      release,
      claim: foreign
        ? claim.filter(({ entityRef }) => !foreign.has(entityRef))
        : [],
      now: now(),
    });
    return {
      claims: await listCatalogClaims(knex, { platform }),
      foreign: foreign ?? new Map(),
      complete: foreign?.size === 0,
    };
  }

  /** Undefined where the catalog cannot tell: then no name is claimed until it can. */
  async #findForeign(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, string> | undefined> {
    if (refs.length === 0) return new Map();
    try {
      return await this.#options.foreign.find(refs);
    } catch (error) {
      this.#options.logger.warn(
        `The catalog cannot tell whether ${
          refs.length
        } names of delivered entities are free; it is asked again: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }

  /** Each refusal once. */
  #report({ refusals }: CatalogSnapshot): void {
    const lines = refusals.map(
      ({ holder, destination, filepath, message }) =>
        `Not shown in the catalog: ${filepath} of ${destination}, delivered for ${holder}, ${message}`,
    );
    const news = lines.filter(line => !this.#reported.has(line));
    news.slice(0, LOGGED).forEach(line => this.#options.logger.warn(line));
    if (news.length > LOGGED) {
      this.#options.logger.warn(
        `Not shown in the catalog: ${
          news.length - LOGGED
        } more documents; the pages of their requests say why`,
      );
    }
    this.#reported = new Set(lines);
  }
}

/** Positions of events, in the order in which they were committed. */
function isCurrent(known: string, wanted: string): boolean {
  return BigInt(known) >= BigInt(wanted);
}

function versionOf({ items }: CatalogDecision): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex');
}
