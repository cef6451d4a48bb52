import { createHash } from 'node:crypto';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';

/** Type of the Location entities that stand for `promises.locations`. */
export const LOCATION_TYPE = 'promises';

/**
 * The Location that shows in the catalog whether a place of `promises.locations` can be read. With another fault it is
 * another entity, so that the catalog looks at it at once.
 */
export function toLocationEntity(
  ref: string,
  faults: readonly string[],
): Entity {
  const hash = (text: string) => createHash('sha1').update(text).digest('hex');
  const own = `${LOCATION_TYPE}:${ref}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: `promises-${hash(ref)}`,
      annotations: {
        [ANNOTATION_LOCATION]: own,
        [ANNOTATION_ORIGIN_LOCATION]: own,
        'promissory.io/faults': faults.length > 0 ? hash(faults.join()) : '',
      },
    },
    spec: { type: LOCATION_TYPE, target: ref },
  };
}
