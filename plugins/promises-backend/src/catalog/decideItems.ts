import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  CatalogClaim,
  CatalogOrder,
} from '@promissory/plugin-promises-engine';
import { requestEntityName } from './requestEntityName';
import { toDeliveredEntity } from './toDeliveredEntity';
import { toRequestEntity } from './toRequestEntity';
import type { Candidate, CatalogItem, Refusal } from './types';

/** What the catalog is to show. */
export interface CatalogDecision {
  /** By entity ref. */
  readonly items: readonly CatalogItem[];
  readonly refusals: readonly Refusal[];
  /** Refs of the entities that were delivered, by holder. */
  readonly delivered: ReadonlyMap<string, readonly string[]>;
  /** Refs of the entities of requests, by uid. */
  readonly ofRequests: ReadonlyMap<string, string>;
}

/** Who may show which entity: the holder of its name, unless an entity from elsewhere has it. */
export function decideItems(options: {
  readonly candidates: readonly Candidate[];
  readonly claims: readonly CatalogClaim[];
  /** Requests that have an entity of their own. */
  readonly orders: readonly CatalogOrder[];
  /** Refs that the catalog has from elsewhere, with from where. */
  readonly foreign: ReadonlyMap<string, string>;
  readonly requestUrl: (uid: string) => string | undefined;
}): CatalogDecision {
  const { claims, orders, foreign, requestUrl } = options;
  const holders = new Map(claims.map(each => [each.entityRef, each.holder]));
  const refusals: Refusal[] = [];
  const shown: Candidate[] = [];
  const reserved = new Map(
    orders.map(order => [refOfRequest(order), order.uid]),
  );
  for (const candidate of options.candidates) {
    const { entityRef, source } = candidate;
    const { holder, destination } = source.files;
    const order = reserved.get(entityRef);
    if (order === undefined && holders.get(entityRef) === holder) {
      shown.push(candidate);
    } else {
      const reason =
        order === undefined
          ? takenBy(holders.get(entityRef), foreign.get(entityRef))
          : `is the entity of request ${order}; choose another name`;
      refusals.push({
        holder,
        destination,
        filepath: source.filepath,
        message: `line ${source.line}: ${entityRef} ${reason}`,
      });
    }
  }
  const delivered = new Map<string, string[]>();
  for (const { entityRef, source } of shown) {
    const { holder } = source.files;
    delivered.set(holder, [...(delivered.get(holder) ?? []), entityRef]);
  }
  const ordered = orders.map(order => ({
    order,
    entity: toRequestEntity({
      order,
      delivered: delivered.get(order.uid) ?? [],
      url: requestUrl(order.uid),
    }),
  }));
  const items = [
    ...ordered.map(({ order, entity }) => ({
      locationKey: `promissory:${order.uid}:request`,
      entity,
    })),
    ...shown.map(candidate => {
      const { holder, requestUid } = candidate.source.files;
      return {
        locationKey: `promissory:${holder}`,
        entity: toDeliveredEntity(candidate, {
          url: requestUid && requestUrl(requestUid),
        }),
      };
    }),
  ];
  return {
    items: items
      .map(item => ({ item, ref: stringifyEntityRef(item.entity) }))
      .sort((left, right) => (left.ref < right.ref ? -1 : 1))
      .map(({ item }) => item),
    refusals,
    delivered,
    ofRequests: new Map(
      ordered.map(({ order, entity }) => [
        order.uid,
        stringifyEntityRef(entity),
      ]),
    ),
  };
}

function refOfRequest({ promiseName, namespace, name }: CatalogOrder): string {
  return stringifyEntityRef({
    kind: 'Resource',
    namespace,
    name: requestEntityName(promiseName, name),
  });
}

function takenBy(holder: string | undefined, elsewhere: string | undefined) {
  if (holder === undefined) {
    return elsewhere === undefined
      ? 'is not known to be free yet; it is looked at again'
      : `is in the catalog already, from ${elsewhere}; choose another name`;
  }
  return holder.startsWith('promise:')
    ? 'was delivered before by a Promise itself; choose another name'
    : `was delivered before by request ${holder}; choose another name`;
}
