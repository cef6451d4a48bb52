import type { RequestCatalog } from '@promissory/plugin-promises-common';
import type { CatalogDecision } from './decideItems';

/** What the catalog shows of one request. */
export function toRequestCatalog(
  { ofRequests, delivered, refusals }: CatalogDecision,
  uid: string,
): RequestCatalog {
  const entityRef = ofRequests.get(uid);
  return {
    ...(entityRef && { entityRef }),
    entities: [...(delivered.get(uid) ?? [])],
    findings: refusals
      .filter(({ holder }) => holder === uid)
      .map(({ destination, filepath, message }) => ({
        severity: 'warning',
        message: `${filepath} of ${destination} is not shown in the catalog: ${message}`,
      })),
  };
}
