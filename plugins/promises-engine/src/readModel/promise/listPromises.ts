import type { PromiseList } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { readRequirementsOf } from '../../database/operations/promises/readRequirements';
import type { PromiseRow } from '../../database/rows/rows';
import { formatCursor, parseCursor } from '../cursor';
import { cardPosition } from './cardPosition';
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

/** A card and the keys that it is sorted by. */
type PlacedEntry = PromiseEntry & { readonly position: [string, string] };

/**
 * Cards, compound Promises first and those without an API last, by title among themselves; withdrawn ones left out, with
 * total and facets of what the caller may read. Search and facets are
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
  const byName = new Map(views.map(view => [view.name, view]));
  const entries = views
    .map(view => ({ view, card: toCard(view) }))
    .map(
      ({ view, card }): PlacedEntry => ({
        id: view.id,
        card,
        position: [
          `${cardPosition(view, byName)} ${card.title.toLowerCase()}`,
          view.id,
        ],
        ...(view.current_revision_id && view.definition_sha256
          ? {
              revisionId: view.current_revision_id,
              definitionSha256: view.definition_sha256,
            }
          : {}),
      }),
    )
    .sort((a, b) => compare(a.position, b.position));
  const { matching, facets } = selectCards(entries, filter);

  const { key, id } = cursor ? parseCursor(cursor) : { key: '', id: '' };
  const rest = cursor
    ? matching.filter(({ position }) => compare(position, [key, id]) > 0)
    : matching;
  const page = rest.slice(0, limit);
  const items = await withRequirements(knex, page, views);
  const last = page.at(-1);
  return {
    items,
    total: matching.length,
    facets,
    ...(rest.length > limit && last
      ? { nextCursor: formatCursor(...last.position) }
      : {}),
  };
}

/** Requirements of the cards that are shown, and of no others. */
async function withRequirements(
  knex: Knex,
  entries: readonly PlacedEntry[],
  views: readonly PromiseRow[],
): Promise<PromiseEntry[]> {
  const shown = new Set(entries.map(({ id }) => id));
  const requirements = await readRequirementsOf(
    knex,
    views.filter(({ id }) => shown.has(id)),
  );
  return entries.map(({ position: _position, card, ...entry }) => ({
    ...entry,
    card: { ...card, requirements: requirements.get(entry.id) ?? [] },
  }));
}

function compare(left: [string, string], right: [string, string]): number {
  const at = left[0] === right[0] ? 1 : 0;
  if (left[at] === right[at]) {
    return 0;
  }
  return left[at] < right[at] ? -1 : 1;
}
