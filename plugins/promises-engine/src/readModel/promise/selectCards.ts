import type { Facet, PromiseList } from '@promissory/plugin-promises-common';
import type { PromiseCardPart } from './toCard';

/** Which cards to show. */
export interface PromiseFilter {
  /** Part of title, name, description, category or a tag. */
  readonly search?: string;
  readonly category?: string;
  readonly tag?: string;
  readonly owner?: string;
}

/** The cards that match, in the order given, with facets that each leave their own filter out. */
export function selectCards<T extends { readonly card: PromiseCardPart }>(
  entries: readonly T[],
  filter: PromiseFilter,
): { readonly matching: T[]; readonly facets: PromiseList['facets'] } {
  const found = entries.filter(({ card }) => matchesSearch(card, filter));
  const cardsUnder = (rest: PromiseFilter) =>
    found.map(({ card }) => card).filter(card => matchesFacets(card, rest));
  return {
    matching: found.filter(({ card }) => matchesFacets(card, filter)),
    facets: {
      categories: countValues(
        cardsUnder({ ...filter, category: undefined }).map(
          ({ category }) => category,
        ),
      ),
      tags: countValues(
        cardsUnder({ ...filter, tag: undefined }).flatMap(({ tags }) => tags),
      ),
      owners: countValues(
        cardsUnder({ ...filter, owner: undefined }).map(({ owner }) => owner),
      ),
    },
  };
}

function matchesSearch(
  card: PromiseCardPart,
  { search }: PromiseFilter,
): boolean {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    card.title,
    card.name,
    card.description,
    card.category,
    ...card.tags,
  ]
    .join('\n')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

function matchesFacets(card: PromiseCardPart, filter: PromiseFilter): boolean {
  const { category, tag, owner } = filter;
  return (
    (category === undefined || card.category === category) &&
    (tag === undefined || card.tags.includes(tag)) &&
    (owner === undefined || card.owner === owner)
  );
}

/** The most frequent first. */
function countValues(values: ReadonlyArray<string | undefined>): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
