import type {
  AllOfCriteria,
  AnyOfCriteria,
  NotCriteria,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import type { ResourceFilter } from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { Readable } from './CallerRights';
import { whereMatches } from './whereMatches';

type Filter = ResourceFilter<string>;

/**
 * Adds to a query what a caller may read, as SQL conditions. The result is the same as judging each row in memory: a row
 * without an owner is owned by nobody, also below a `not`.
 */
export function whereReadable<TColumn extends string>(
  query: Knex.QueryBuilder,
  readable: Readable<ResourceFilter<TColumn>>,
  columnOf: (column: TColumn) => string,
): void {
  if (readable === 'everything') {
    query.whereRaw('1 = 1');
  } else if (readable === 'nothing') {
    query.whereRaw('1 = 0');
  } else {
    whereCriteria(query, readable, column => columnOf(column as TColumn));
  }
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<Filter>,
  columnOf: (column: string) => string,
): void {
  if (isAllOf(criteria)) {
    for (const each of criteria.allOf) {
      query.where(inner => whereCriteria(inner, each, columnOf));
    }
  } else if (isAnyOf(criteria)) {
    query.where(outer => {
      for (const each of criteria.anyOf) {
        outer.orWhere(inner => whereCriteria(inner, each, columnOf));
      }
    });
  } else if (isNot(criteria)) {
    query.whereNot(inner => whereCriteria(inner, criteria.not, columnOf));
  } else {
    whereMatches(query, { ...criteria, column: columnOf(criteria.column) });
  }
}

function isAllOf(
  criteria: PermissionCriteria<Filter>,
): criteria is AllOfCriteria<Filter> {
  return 'allOf' in criteria;
}

function isAnyOf(
  criteria: PermissionCriteria<Filter>,
): criteria is AnyOfCriteria<Filter> {
  return 'anyOf' in criteria;
}

function isNot(
  criteria: PermissionCriteria<Filter>,
): criteria is NotCriteria<Filter> {
  return 'not' in criteria;
}
