import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  KRATIX_API_VERSION,
  KRATIX_GROUP,
  type KratixEntityKind,
} from '@promissory/plugin-promises-common';

const KINDS: readonly KratixEntityKind[] = [
  'Promise',
  'Destination',
  'GitStateStore',
  'BucketStateStore',
];

/** An entity of one of the kinds that this module knows. */
export type KratixEntity = Entity & { readonly kind: KratixEntityKind };

/** Whether an entity is of a kind of Kratix that this module knows. */
export function isKratixEntity(entity: Entity): entity is KratixEntity {
  return (
    entity.apiVersion === KRATIX_API_VERSION &&
    KINDS.some(kind => kind === entity.kind)
  );
}

/**
 * Throws an InputError for what is meant as one of these kinds and cannot become an entity of it. Kratix's other kinds
 * belong into a cluster and not into the catalog, and its objects have no namespace there.
 */
export function assertReadable(entity: Entity): void {
  if (entity.apiVersion.split('/')[0] !== KRATIX_GROUP) {
    return;
  }
  const { apiVersion, kind, metadata } = entity;
  const name = `${kind} ${metadata.name}`;
  if (!isKratixEntity(entity)) {
    throw new InputError(
      `${name} of ${apiVersion} is not known: the catalog takes ${KINDS.join(
        ', ',
      )} of ${KRATIX_API_VERSION}`,
    );
  }
  if ((metadata.namespace ?? 'default') !== 'default') {
    throw new InputError(
      `${name} must not be in the namespace ${metadata.namespace}: ${kind} is cluster scoped; leave metadata.namespace out`,
    );
  }
  if (!isObject(entity.spec)) {
    throw new InputError(
      `${name} cannot be read: spec is ${
        entity.spec === undefined ? 'missing' : 'no object'
      }`,
    );
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
