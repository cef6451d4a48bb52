import type {
  Facet,
  ResourceRequestList,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import {
  type AuthorizeRequests,
  FACET_COLUMNS,
  type FacetName,
  filterRequests,
  type RequestFilter,
} from './filterRequests';

/**
 * The total and the values of each facet, the most frequent first, in one statement. A facet counts under the filters of
 * the others and not under its own, so that a second value of it can be chosen.
 */
export async function countRequests(
  knex: Knex,
  options: {
    readonly filter: RequestFilter;
    readonly authorize?: AuthorizeRequests;
  },
): Promise<Pick<ResourceRequestList, 'total' | 'facets'>> {
  const names = Object.keys(FACET_COLUMNS) as FacetName[];
  const rows: Array<{ facet: string; value: string; count: number | string }> =
    await filterRequests(knex, options)
      .select(knex.raw(`'total' AS facet, '' AS value, count(*) AS count`))
      .unionAll(
        names.map(name =>
          filterRequests(knex, { ...options, except: name })
            .select(
              knex.raw('? AS facet, ?? AS value, count(*) AS count', [
                name,
                FACET_COLUMNS[name],
              ]),
            )
            .groupBy(FACET_COLUMNS[name]),
        ),
      );
  const valuesOf = (name: FacetName) =>
    rows
      .filter(({ facet }) => facet === name)
      .map(({ value, count }): Facet => ({ value, count: Number(count) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    total: Number(rows.find(({ facet }) => facet === 'total')?.count ?? 0),
    facets: {
      promises: valuesOf('promises'),
      namespaces: valuesOf('namespaces'),
      states: valuesOf('states'),
      owners: valuesOf('owners'),
    },
  };
}
