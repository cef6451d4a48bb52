import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { DefinitionRow } from '../../rows/rows';

/** A kept definition, as the catalog sent it. */
export async function getDefinition(
  knex: Knex,
  options: { readonly sha256: string },
): Promise<PromiseDefinition | undefined> {
  const row = await knex<DefinitionRow>('definitions')
    .where({ sha256: options.sha256 })
    .first('content');
  return row && JSON.parse(row.content);
}
