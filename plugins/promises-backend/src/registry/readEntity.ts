import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_DEFINITION_HASH,
  KRATIX_API_VERSION,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { readFault } from './readFault';
import type { RegisteredKind } from './RegistryStore';

/** What the registry reads of an entity of any of its kinds. */
export interface EntityFacts {
  readonly entityRef: string;
  readonly kind: RegisteredKind;
  readonly name: string;
  readonly ownerRef?: string;
  readonly location?: string;
  /** The file that it stands in, `type:target`. */
  readonly file?: string;
  /** Why the catalog could not take what stands in the file now. */
  readonly fault?: string;
  /** Of the definition of a Promise. */
  readonly definitionSha256?: string;
  /** Changes with every change of the entity. */
  readonly etag?: string;
}

const kinds = z.enum([
  'Promise',
  'Destination',
  'GitStateStore',
  'BucketStateStore',
]);

/** Reads an entity; undefined where it is none of Kratix's kinds. */
export function readEntity(entity: Entity): EntityFacts | undefined {
  const kind = kinds.safeParse(entity.kind);
  if (!kind.success || entity.apiVersion !== KRATIX_API_VERSION) {
    return undefined;
  }
  const annotations = entity.metadata.annotations ?? {};
  return {
    entityRef: stringifyEntityRef(entity),
    kind: kind.data,
    name: entity.metadata.name,
    ownerRef: readOwner(entity),
    location: annotations[ANNOTATION_ORIGIN_LOCATION],
    file: annotations[ANNOTATION_LOCATION],
    fault: readFault(entity),
    definitionSha256: annotations[ANNOTATION_DEFINITION_HASH],
    etag: entity.metadata.etag,
  };
}

function readOwner(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  if (typeof owner !== 'string' || owner === '') return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
