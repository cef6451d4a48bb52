import type { PreviewedRequest } from '@promissory/plugin-promises-common';
import { cardColumn } from '../database/json';
import type { PromiseRow } from '../database/rows/rows';
import type { PreviewTools } from './types';

/** How Promises call themselves, by their names. */
export async function readPromiseLooks(
  { knex, platform }: PreviewTools,
  names: Iterable<string>,
): Promise<Map<string, PreviewedRequest['promise']>> {
  const rows = await knex<PromiseRow>('promises')
    .where({ platform, holds_name: true })
    .whereIn('name', [...new Set(names)])
    .select('name', 'card');
  return new Map(
    rows.map(({ name, card }) => {
      const { title, icon } = cardColumn.parse(card);
      return [name, { name, title, ...(icon ? { icon } : {}) }];
    }),
  );
}
