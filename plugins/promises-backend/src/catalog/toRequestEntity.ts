import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_REQUEST_UID,
  REQUEST_ENTITY_TYPE,
} from '@promissory/plugin-promises-common';
import type { CatalogOrder } from '@promissory/plugin-promises-engine';
import { requestEntityName } from './requestEntityName';

/**
 * The entity of a request. Nothing in it changes with the state: its page asks for that. It stands beside the service
 * that it brought, and says which of the two is which.
 */
export function toRequestEntity(options: {
  readonly order: CatalogOrder;
  /** Refs of the entities that were delivered for it. */
  readonly delivered: readonly string[];
  /** Address of its page, where it is known. */
  readonly url?: string;
}): Entity {
  const { order, delivered, url } = options;
  const location = `promissory:${order.uid}`;
  const service = delivered.find(ref => ref.startsWith('component:'));
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: requestEntityName(order.promiseName, order.name),
      namespace: order.namespace,
      title: `Order ${order.name} (${order.promiseTitle})`,
      description: service
        ? `The order behind ${service}: change, retry or delete it here. For the service itself open ${service}.`
        : `An order of ${order.promiseTitle}: its state, its outputs, and how to change or delete it.`,
      tags: ['order'],
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_REQUEST_UID]: order.uid,
      },
      links: url ? [{ url, title: 'Request', icon: 'dashboard' }] : [],
    },
    spec: {
      type: REQUEST_ENTITY_TYPE,
      owner: order.ownerRef,
      ...(delivered.length > 0 && { dependencyOf: [...delivered] }),
    },
  };
}
