import type { Knex } from 'knex';
import type { CatalogClaimRow } from '../../database/rows/rows';
import { runInTransaction } from '../../database/transactions';
import type { CatalogClaim } from './types';

/**
 * Gives up names and claims others. A name that somebody else claimed in the meantime stays theirs: read
 * {@link listCatalogClaims} again. @public
 */
export async function updateCatalogClaims(
  knex: Knex,
  options: {
    readonly platform: string;
    readonly release: readonly CatalogClaim[];
    readonly claim: readonly CatalogClaim[];
    readonly now: Date;
  },
): Promise<void> {
  const { platform, release, claim, now } = options;
  await runInTransaction(knex, async transaction => {
    for (const { entityRef, holder } of release.toSorted(byRef)) {
      await transaction<CatalogClaimRow>('catalog_claims')
        .where({ platform, entity_ref: entityRef, holder })
        .delete();
    }
    for (const { entityRef, holder } of claim.toSorted(byRef)) {
      await transaction<CatalogClaimRow>('catalog_claims')
        .insert({
          platform,
          entity_ref: entityRef,
          holder,
          claimed_at: now.toISOString(),
        })
        .onConflict(['platform', 'entity_ref'])
        .ignore();
    }
  });
}

/** In one order, so that replicas never wait for each other in a circle. */
function byRef(left: CatalogClaim, right: CatalogClaim): number {
  return left.entityRef < right.entityRef ? -1 : 1;
}
