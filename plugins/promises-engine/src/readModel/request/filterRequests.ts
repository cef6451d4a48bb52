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
  /** Only what one of these entities owns, whatever `owners` says. */
  readonly ownedBy?: readonly string[];
  /** Part of the name, the namespace or the Promise's name. */
  readonly search?: string;
  /** Deleted ones too, while their tombstone is kept. */
  readonly deleted?: boolean;
}

/** A query over `requests` under the filters that have no facet, and under what the caller may read. */
export function filterRequests(
  knex: Knex,
  options: {
    readonly filter: RequestFilter;
    readonly authorize?: AuthorizeRequests;
  },
): Knex.QueryBuilder {
  const { filter, authorize } = options;
  const query = knex('requests');
  if (!filter.deleted) {
    query.whereNull('deleted_at');
  }
  if (filter.requestedBy !== undefined) {
    query.where('requested_by', filter.requestedBy);
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
