import type {
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { REQUEST_ENTITY_TYPE } from '@promissory/plugin-promises-common';

/** Resource type of the catalog's entities. */
export const RESOURCE_TYPE_ENTITY = 'catalog-entity';

/**
 * Which entities may be read: all but orders, and of orders those that `claims` own. A catalog that shows orders to whoever
 * may not see the request would tell what other teams have.
 */
export function decideOnEntities(
  permission: ResourcePermission<typeof RESOURCE_TYPE_ENTITY>,
  claims: string[] | undefined,
): PolicyDecision {
  return createCatalogConditionalDecision(permission, {
    anyOf: [
      {
        not: catalogConditions.hasSpec({
          key: 'type',
          value: REQUEST_ENTITY_TYPE,
        }),
      },
      ...(claims ? [catalogConditions.isEntityOwner({ claims })] : []),
    ],
  });
}
