import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { JsonObject } from '@promissory/plugin-promises-common';

/** What the catalog writes on an entity that it reads from a file. */
const CATALOG_ANNOTATIONS = [ANNOTATION_LOCATION, ANNOTATION_ORIGIN_LOCATION];

/**
 * The document as it stands in its file: an entity without what the catalog added, and without status. The same file
 * gives the same document wherever it was registered.
 */
export function toDocument(entity: Entity): JsonObject {
  const { apiVersion, kind, metadata, spec } = entity;
  const { annotations, ...rest } = metadata;
  const own = Object.entries(annotations ?? {}).filter(
    ([annotation]) => !CATALOG_ANNOTATIONS.includes(annotation),
  );
  return {
    apiVersion,
    kind,
    metadata: {
      ...rest,
      ...(own.length > 0 && { annotations: Object.fromEntries(own) }),
    },
    spec,
  };
}
