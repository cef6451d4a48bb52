import type { Knex } from 'knex';
import type { CatalogClaimRow } from '../../database/rows/rows';
import type { CatalogClaim } from './types';

/** Who holds which name. @public */
export async function listCatalogClaims(
  knex: Knex,
  options: { readonly platform: string },
): Promise<CatalogClaim[]> {
  const rows = await knex<CatalogClaimRow>('catalog_claims')
    .where({ platform: options.platform })
    .select('entity_ref', 'holder');
  return rows.map(({ entity_ref: entityRef, holder }) => ({
    entityRef,
    holder,
  }));
}
