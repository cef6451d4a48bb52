import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { sha256Hex } from '../../../hash/sha256Hex';
import type { PlatformRow } from '../../rows/rows';

/** Who this installation is towards state stores: its platform in this database, whichever replica writes. */
export async function readClaimant(
  knex: Knex,
  platform: string,
): Promise<string> {
  const row = await knex<PlatformRow>('platforms')
    .where({ name: platform })
    .first();
  if (!row) {
    throw new NotFoundError(`There is no platform ${platform}`);
  }
  const digest = sha256Hex(`${row.name}/${row.created_at}`).slice(0, 12);
  return `${row.name}-${digest}`;
}
