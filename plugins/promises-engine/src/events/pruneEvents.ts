import type { Knex } from 'knex';

/** Removes the oldest events that are from before a time, at most so many at once (1,000); returns how many. */
export async function pruneEvents(
  knex: Knex,
  options: { readonly before: Date; readonly limit?: number },
): Promise<number> {
  const oldest = knex('events')
    .select('position')
    .orderBy('position')
    .limit(options.limit ?? 1_000);
  return knex('events')
    .whereIn('position', oldest)
    .where('at', '<', options.before.toISOString())
    .delete();
}
