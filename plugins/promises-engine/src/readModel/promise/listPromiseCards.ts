import type { Knex } from 'knex';
import { cardColumn } from '../../database/json';
import type { PromiseRow } from '../../database/rows/rows';
import type { PromiseCardData } from '../../platform/types';

/** The cards of the Promises that hold their names, by name. */
export async function listPromiseCards(
  knex: Knex,
  options: { readonly platform: string },
): Promise<Map<string, PromiseCardData>> {
  const rows = await knex<PromiseRow>('promises')
    .where({ platform: options.platform, holds_name: true })
    .select('name', 'card');
  return new Map(rows.map(({ name, card }) => [name, cardColumn.parse(card)]));
}
