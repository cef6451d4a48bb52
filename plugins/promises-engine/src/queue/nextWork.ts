import type { Knex } from 'knex';
import { databaseClock } from '../database/time/databaseClock';
import type { WorkKind } from './types';

/** In how many milliseconds each kind has something to claim; kinds that have nothing are absent. */
export async function nextWork(
  knex: Knex,
  options: { readonly kinds: readonly WorkKind[]; readonly now?: Date },
): Promise<Map<WorkKind, number>> {
  const rows: Array<{ kind: WorkKind; now: string; next: string }> = await knex(
    'work_queue',
  )
    .select({ kind: 'kind', now: databaseClock(knex, options.now).at() })
    .min({
      next: knex.raw(
        'CASE WHEN lease_owner IS NULL THEN run_at ELSE lease_until END',
      ),
    })
    .whereIn('kind', [...options.kinds])
    .groupBy('kind');
  return new Map(
    rows.map(row => [
      row.kind,
      Math.max(0, Date.parse(row.next) - Date.parse(row.now)),
    ]),
  );
}
