import type { RequestStateName } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { containsPattern } from '../containsPattern';

/** Adds conditions over the columns of `requests`: what the caller may read. */
export type AuthorizeRequests = (query: Knex.QueryBuilder) => void;

/** Which requests to list. Those of a list match one of its values. */
export interface RequestFilter {
  readonly promises?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly states?: readonly RequestStateName[];
  readonly owners?: readonly string[];
  readonly requestedBy?: string;
  /** Uid of a request: only its children; `none`: only those that belong to no other. */
  readonly parent?: string;
  /** Only what one of these entities owns, whatever `owners` says. */
  readonly ownedBy?: readonly string[];
  /** Part of the name, the namespace or the Promise's name. */
  readonly search?: string;
  /** Deleted ones too, while their tombstone is kept. */
  readonly deleted?: boolean;
}

/** Columns of the filters that have a facet. */
export const FACET_COLUMNS = {
  promises: 'promise_name',
  namespaces: 'namespace',
  states: 'state',
  owners: 'owner_ref',
} as const;

/** Filters that have a facet. */
export type FacetName = keyof typeof FACET_COLUMNS;

/** A query over `requests` under the filters, but that of one facet, and under what the caller may read. */
export function filterRequests(
  knex: Knex,
  options: {
    readonly filter: RequestFilter;
    readonly authorize?: AuthorizeRequests;
    readonly except?: FacetName;
  },
): Knex.QueryBuilder {
  const { filter, authorize, except } = options;
  const query = knex('requests');
  for (const name of Object.keys(FACET_COLUMNS) as FacetName[]) {
    const values = filter[name];
    if (values && name !== except) {
      query.whereIn(FACET_COLUMNS[name], [...values]);
    }
  }
  if (!filter.deleted) {
    query.whereNull('deleted_at');
  }
  if (filter.requestedBy !== undefined) {
    query.where('requested_by', filter.requestedBy);
  }
  if (filter.parent === 'none') {
    query.whereNull('parent_uid');
  } else if (filter.parent !== undefined) {
    query.where('parent_uid', filter.parent);
  }
  if (filter.ownedBy) {
    query.whereIn('owner_ref', [...filter.ownedBy]);
  }
  if (filter.search) {
    const pattern = containsPattern(filter.search);
    query.where(any => {
      for (const column of ['name', 'namespace', 'promise_name']) {
        any.orWhereRaw(`lower(??) LIKE ? ESCAPE '\\'`, [column, pattern]);
      }
    });
  }
  if (authorize) {
    query.where(conditions => authorize(conditions));
  }
  return query;
}
