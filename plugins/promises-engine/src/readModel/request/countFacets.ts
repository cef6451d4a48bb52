import type {
  Facet,
  ResourceRequestList,
} from '@promissory/plugin-promises-common';
import type { RequestFilter } from './filterRequests';

/** How many requests have the same values. */
export interface FacetGroup {
  readonly promise_name: string;
  readonly namespace: string;
  readonly state: string;
  readonly owner_ref: string;
  readonly count: number;
}

type Dimension = keyof Omit<FacetGroup, 'count'>;

/**
 * The total, and the values of each facet. A facet counts under the filters of the others and not under its own, so that
 * a second value of it can be chosen.
 */
export function countFacets(
  groups: readonly FacetGroup[],
  filter: RequestFilter,
): Pick<ResourceRequestList, 'total' | 'facets'> {
  const wanted: Record<Dimension, readonly string[] | undefined> = {
    promise_name: filter.promises,
    namespace: filter.namespaces,
    state: filter.states,
    owner_ref: filter.owners,
  };
  const dimensions = Object.keys(wanted) as Dimension[];
  const matches = (group: FacetGroup, except?: Dimension) =>
    dimensions.every(
      dimension =>
        dimension === except ||
        (wanted[dimension]?.includes(group[dimension]) ?? true),
    );
  const facet = (dimension: Dimension) =>
    toFacets(
      groups.filter(group => matches(group, dimension)),
      dimension,
    );
  return {
    total: sum(groups.filter(group => matches(group))),
    facets: {
      promises: facet('promise_name'),
      namespaces: facet('namespace'),
      states: facet('state'),
      owners: facet('owner_ref'),
    },
  };
}

function sum(groups: readonly FacetGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

/** The most frequent first. */
function toFacets(
  groups: readonly FacetGroup[],
  dimension: Dimension,
): Facet[] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const value = group[dimension];
    counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
