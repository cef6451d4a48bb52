import type { RequestGeneration } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { objectColumn } from '../../database/json';
import type { RequestGenerationRow } from '../../database/rows/rows';
import { withoutAbsent } from '../withoutAbsent';

/** What was asked for each time, newest first; 100 unless given otherwise. */
export async function listGenerations(
  knex: Knex,
  options: { readonly requestUid: string; readonly limit?: number },
): Promise<RequestGeneration[]> {
  const rows: Array<RequestGenerationRow & { version: string }> = await knex(
    'request_generations',
  )
    .innerJoin(
      'promise_revisions',
      'promise_revisions.id',
      'request_generations.promise_revision_id',
    )
    .where({ request_uid: options.requestUid })
    .orderBy('generation', 'desc')
    .limit(options.limit ?? 100)
    .select('request_generations.*', 'promise_revisions.version');
  return rows.map(row =>
    withoutAbsent({
      generation: row.generation,
      spec: objectColumn.parse(row.spec),
      actor: row.actor,
      origin: row.origin,
      comment: row.comment ?? undefined,
      decision: row.decision as RequestGeneration['decision'],
      revision: row.version,
      createdAt: row.created_at,
    }),
  );
}
