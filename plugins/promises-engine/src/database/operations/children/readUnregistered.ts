import type { Knex } from 'knex';
import type { PromiseRow } from '../../rows/rows';

/** Which of the named Promises nobody holds on a platform. */
export async function readUnregistered(
  knex: Knex,
  options: { readonly platform: string; readonly names: readonly string[] },
): Promise<string[]> {
  const { platform, names } = options;
  if (names.length === 0) return [];
  const held: string[] = await knex<PromiseRow>('promises')
    .where({ platform, holds_name: true })
    .whereIn('name', [...names])
    .pluck('name');
  return names.filter(name => !held.includes(name));
}
