import {
  getPromiseVersion,
  hashPromiseSpec,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import type { PromiseRevisionRow } from '../../rows/rows';

/** The revision of a definition; a new one for a definition that the Promise never had. */
export async function adoptRevision(
  transaction: Knex.Transaction,
  options: {
    readonly promiseId: string;
    readonly definitionSha256: string;
    readonly definition: PromiseDefinition;
    readonly now: Date;
  },
): Promise<string> {
  const { promiseId, definitionSha256, definition, now } = options;
  const known = await transaction<PromiseRevisionRow>('promise_revisions')
    .where({ promise_id: promiseId, definition_sha256: definitionSha256 })
    .first('id');
  if (known) {
    return known.id;
  }
  const last = await transaction<PromiseRevisionRow>('promise_revisions')
    .where({ promise_id: promiseId })
    .max({ sequence: 'sequence' })
    .first<{ sequence: number | null }>();
  const id = ulid(now.getTime());
  await transaction<PromiseRevisionRow>('promise_revisions').insert({
    id,
    promise_id: promiseId,
    definition_sha256: definitionSha256,
    version: getPromiseVersion(definition),
    spec_hash: hashPromiseSpec(definition),
    sequence: (last?.sequence ?? 0) + 1,
    created_at: now.toISOString(),
  });
  return id;
}
