import type { PromiseList } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { readRequirementsOf } from '../../database/operations/promises/readRequirements';
import type { PromiseRow } from '../../database/rows/rows';
import { formatCursor, parseCursor } from '../cursor';
import { type PromiseFilter, selectCards } from './selectCards';
import { selectPromises } from './selectPromises';
import { type PromiseCardPart, toCard } from './toCard';

/** Adds conditions over the columns of `promises`: what the caller may read. */
export type AuthorizePromises = (query: Knex.QueryBuilder) => void;

/** Which page of cards to list. */
export interface ListPromisesOptions {
  readonly filter?: PromiseFilter;
  readonly authorize?: AuthorizePromises;
  /** 50 unless given. */
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

/** A card with what its runner is found from. */
export interface PromiseEntry {
  readonly id: string;
  readonly card: PromiseCardPart;
  /** Of the current revision; absent where no definition was adopted yet. */
  readonly revisionId?: string;
  readonly definitionSha256?: string;
}

/** One page of cards. */
export interface PromiseEntryList {
  readonly items: readonly PromiseEntry[];
  readonly total: number;
  readonly nextCursor?: string;
  readonly facets: PromiseList['facets'];
}

/**
 * Cards by title, withdrawn ones left out, with total and facets of what the caller may read. Search and facets are
 * looked up in the cards: Promises are hundreds, not hundreds of thousands.
 */
export async function listPromises(
  knex: Knex,
  options: ListPromisesOptions,
): Promise<PromiseEntryList> {
  const { filter = {}, authorize, limit = 50, cursor } = options;
  const readable = knex<PromiseRow>('promises')
    .whereNot('state', 'Withdrawn')
    .select('id');
  if (authorize) {
    readable.where(conditions => authorize(conditions));
  }
  const views = await selectPromises(knex).whereIn('promises.id', readable);
  const entries = views
    .map(
      (view): PromiseEntry => ({
        id: view.id,
        card: toCard(view),
        ...(view.current_revision_id && view.definition_sha256
          ? {
              revisionId: view.current_revision_id,
              definitionSha256: view.definition_sha256,
            }
          : {}),
      }),
    )
    .sort((a, b) => compare(positionOf(a), positionOf(b)));
  const { matching, facets } = selectCards(entries, filter);

  const { key, id } = cursor ? parseCursor(cursor) : { key: '', id: '' };
  const rest = cursor
    ? matching.filter(entry => compare(positionOf(entry), [key, id]) > 0)
    : matching;
  const items = await withRequirements(knex, rest.slice(0, limit), views);
  const last = items.at(-1);
  return {
    items,
    total: matching.length,
    facets,
    ...(rest.length > limit && last
      ? { nextCursor: formatCursor(...positionOf(last)) }
      : {}),
  };
}

/** Requirements of the cards that are shown, and of no others. */
async function withRequirements(
  knex: Knex,
  entries: readonly PromiseEntry[],
  views: readonly PromiseRow[],
): Promise<PromiseEntry[]> {
  const shown = new Set(entries.map(({ id }) => id));
  const requirements = await readRequirementsOf(
    knex,
    views.filter(({ id }) => shown.has(id)),
  );
  return entries.map(entry => ({
    ...entry,
    card: { ...entry.card, requirements: requirements.get(entry.id) ?? [] },
  }));
}

function positionOf({ card, id }: PromiseEntry): [string, string] {
  return [card.title.toLowerCase(), id];
}

function compare(left: [string, string], right: [string, string]): number {
  const at = left[0] === right[0] ? 1 : 0;
  if (left[at] === right[at]) {
    return 0;
  }
  return left[at] < right[at] ? -1 : 1;
}
