import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_REQUEST_UID,
  REQUEST_ENTITY_TYPE,
} from '@promissory/plugin-promises-common';

/** Uid of the request that an entity stands for or came from, undefined for any other entity. */
export function requestUid(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[ANNOTATION_REQUEST_UID];
}

/** Whether an entity stands for a request. @public */
export function isRequestEntity(entity: Entity): boolean {
  return (
    requestUid(entity) !== undefined &&
    entity.spec?.type === REQUEST_ENTITY_TYPE
  );
}

/** Whether an entity was delivered for a request: it is what somebody ordered, not the order. @public */
export function isOrderedEntity(entity: Entity): boolean {
  return requestUid(entity) !== undefined && !isRequestEntity(entity);
}

/** Whether an entity is a Promise. @public */
export function isPromiseEntity(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'promise';
}
