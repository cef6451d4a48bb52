import type { Knex } from 'knex';
import type { DefinitionRow } from '../../rows/rows';

const CHUNK = 500;

/** Which of these hashes are not kept, in the order given and once each. */
export async function listMissingDefinitions(
  knex: Knex,
  options: { readonly hashes: readonly string[] },
): Promise<string[]> {
  const missing = new Set(options.hashes);
  const wanted = [...missing];
  for (let start = 0; start < wanted.length; start += CHUNK) {
    const known: string[] = await knex<DefinitionRow>('definitions')
      .whereIn('sha256', wanted.slice(start, start + CHUNK))
      .pluck('sha256');
    known.forEach(hash => missing.delete(hash));
  }
  return [...missing];
}
