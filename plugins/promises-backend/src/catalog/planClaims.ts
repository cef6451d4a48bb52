import type { CatalogClaim } from '@promissory/plugin-promises-engine';
import type { Candidate } from './types';

/**
 * Names to give up and names to claim. Who holds a name keeps it as long as it delivers an entity of that name; one that
 * is free goes to whoever delivered it first.
 */
export function planClaims(options: {
  /** The oldest first. */
  readonly candidates: readonly Candidate[];
  readonly claims: readonly CatalogClaim[];
}): {
  readonly release: readonly CatalogClaim[];
  readonly claim: readonly CatalogClaim[];
} {
  const { candidates, claims } = options;
  const wanted = new Set(
    candidates.map(({ entityRef, source }) =>
      keyOf(entityRef, source.files.holder),
    ),
  );
  const stands = (claim: CatalogClaim) =>
    wanted.has(keyOf(claim.entityRef, claim.holder));
  const held = new Set(claims.filter(stands).map(each => each.entityRef));
  const claim = new Map<string, CatalogClaim>();
  for (const { entityRef, source } of candidates) {
    if (!held.has(entityRef) && !claim.has(entityRef)) {
      claim.set(entityRef, { entityRef, holder: source.files.holder });
    }
  }
  return {
    release: claims.filter(each => !stands(each)),
    claim: [...claim.values()],
  };
}

function keyOf(entityRef: string, holder: string): string {
  return `${holder} ${entityRef}`;
}
