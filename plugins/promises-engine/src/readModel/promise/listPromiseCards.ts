import type { Knex } from 'knex';
import { cardColumn } from '../../database/json';
import type { PromiseRow } from '../../database/rows/rows';
import type { PromiseCardData } from '../../platform/types';

/** The cards of the Promises that hold their names, by name. */
export async function listPromiseCards(
  knex: Knex,
  options: {
    readonly platform: string;
    /** Only these; all unless given. */
    readonly names?: readonly string[];
  },
): Promise<Map<string, PromiseCardData>> {
  const { platform, names } = options;
  const query = knex<PromiseRow>('promises').where({
    platform,
    holds_name: true,
  });
  if (names) query.whereIn('name', [...new Set(names)]);
  const rows = await query.select('name', 'card');
  return new Map(rows.map(({ name, card }) => [name, cardColumn.parse(card)]));
}
