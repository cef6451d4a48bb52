import type { ResourceFilter } from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';

/**
 * One filter as a condition that is true or false, never unknown. Patterns are case-sensitive on both databases: LIKE is
 * not on SQLite, GLOB is.
 */
export function whereMatches(
  query: Knex.QueryBuilder,
  filter: ResourceFilter<string>,
): void {
  const { column } = filter;
  query.where(inner => {
    inner.whereNotNull(column);
    if ('values' in filter) {
      inner.whereIn(column, [...filter.values]);
      return;
    }
    const exact = filter.patterns.filter(pattern => !pattern.includes('*'));
    const open = filter.patterns.filter(pattern => pattern.includes('*'));
    inner.where(any => {
      any.whereIn(column, exact);
      for (const pattern of open) orWherePattern(any, column, pattern);
    });
  });
}

function orWherePattern(
  query: Knex.QueryBuilder,
  column: string,
  pattern: string,
): void {
  if (String(query.client.config.client).includes('sqlite')) {
    query.orWhereRaw('?? GLOB ?', [
      column,
      pattern.replaceAll(/[[\]?]/g, character => `[${character}]`),
    ]);
  } else {
    query.orWhereRaw("?? LIKE ? ESCAPE '!'", [
      column,
      pattern
        .replaceAll(/[!%_]/g, character => `!${character}`)
        .replaceAll('*', '%'),
    ]);
  }
}
