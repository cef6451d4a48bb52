import type { Knex } from 'knex';
import type { RequestGenerationRow, RequestRow } from '../../rows/rows';

/**
 * Forgets all but the newest generations of each request. What was delivered, and what a run that is kept ran for, stay
 * however old they are. Answers how many went.
 */
export async function pruneGenerations(
  knex: Knex,
  options: { readonly keep: number },
): Promise<number> {
  const { keep } = options;
  return knex<RequestGenerationRow>('request_generations')
    .whereIn(
      'request_uid',
      knex<RequestRow>('requests').where('generation', '>', keep).select('uid'),
    )
    .whereExists(
      knex('requests')
        .whereRaw('requests.uid = request_generations.request_uid')
        .whereRaw('request_generations.generation <= requests.generation - ?', [
          keep,
        ])
        .whereRaw(
          'request_generations.generation <> coalesce(requests.delivered_generation, 0)',
        ),
    )
    .whereNotExists(
      knex('runs')
        .whereRaw('runs.request_uid = request_generations.request_uid')
        .whereRaw('runs.generation = request_generations.generation'),
    )
    .delete();
}
