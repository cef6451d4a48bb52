import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_REQUEST_UID } from '@promissory/plugin-promises-common';

/** Uid of the request that an entity stands for, undefined for any other entity. */
export function requestUid(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[ANNOTATION_REQUEST_UID];
}

/** Whether an entity stands for a request. @public */
export function isRequestEntity(entity: Entity): boolean {
  return requestUid(entity) !== undefined;
}

/** Whether an entity is a Promise. @public */
export function isPromiseEntity(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'promise';
}
