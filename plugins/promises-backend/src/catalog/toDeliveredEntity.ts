import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { ANNOTATION_REQUEST_UID } from '@promissory/plugin-promises-common';
import type { Candidate } from './types';

/** Where what is written here is only the platform's to say. */
const OURS: readonly string[] = [
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_REQUEST_UID,
];

/** An entity as it was delivered, with where it came from and the way to its request. */
export function toDeliveredEntity(
  { entity, source }: Candidate,
  options: {
    /** Address of the page of its request, where there is one. */
    readonly url?: string;
  },
): Entity {
  const { destination, path, holder, requestUid } = source.files;
  const annotations = Object.entries(entity.metadata.annotations ?? {}).filter(
    ([key]) => !OURS.includes(key),
  );
  const links = entity.metadata.links ?? [];
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...Object.fromEntries(annotations),
        [ANNOTATION_LOCATION]: `promissory:${[
          holder,
          destination,
          path,
          source.filepath,
        ]
          .filter(Boolean)
          .join('/')}`,
        [ANNOTATION_ORIGIN_LOCATION]: `promissory:${holder}`,
        ...(requestUid && { [ANNOTATION_REQUEST_UID]: requestUid }),
      },
      links: options.url
        ? [...links, { url: options.url, title: 'Order', icon: 'dashboard' }]
        : links,
    },
  };
}
