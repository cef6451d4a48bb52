import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { RevisionFacts } from '../../../plan/snapshot';
import { parseJson } from '../../json/parseJson';
import type { DefinitionRow, PromiseRevisionRow } from '../../rows/rows';

/** Revisions by id; a definition never changes, so one that was read before need not be read again. */
export type RevisionCache = Map<string, RevisionFacts>;

const KEPT = 200;

/** Reads revisions with their definitions; what the cache holds is not read. */
export async function readRevisions(
  knex: Knex,
  ids: ReadonlyArray<string | undefined>,
  cache: RevisionCache,
): Promise<Map<string, RevisionFacts>> {
  const wanted = [...new Set(ids.filter(id => id !== undefined))];
  const missing = wanted.filter(id => !cache.has(id));
  const rows: Array<PromiseRevisionRow & Pick<DefinitionRow, 'content'>> =
    missing.length
      ? await knex('promise_revisions')
          .join(
            'definitions',
            'definitions.sha256',
            'promise_revisions.definition_sha256',
          )
          .whereIn('promise_revisions.id', missing)
          .select('promise_revisions.*', 'definitions.content')
      : [];
  for (const row of rows) {
    cache.set(row.id, {
      id: row.id,
      version: row.version,
      specHash: row.spec_hash,
      sequence: row.sequence,
      definition: parseJson<PromiseDefinition>(row.content),
    });
  }
  const found = new Map(
    wanted.flatMap(id => {
      const revision = cache.get(id);
      return revision ? [[id, revision] as const] : [];
    }),
  );
  for (const id of cache.keys()) {
    if (cache.size <= KEPT) break;
    cache.delete(id);
  }
  return found;
}
