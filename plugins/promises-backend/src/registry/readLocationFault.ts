import type { Entity } from '@backstage/catalog-model';
import { z } from 'zod/v4';
import type { LocationFault } from './LocationFault';
import { readFault } from './readFault';

const locationSpec = z.looseObject({
  type: z.string().default('url'),
  target: z.string().optional(),
  targets: z.array(z.string()).default([]),
});

/** What is wrong with a location; undefined where it was read without a fault. */
export function readLocationFault(entity: Entity): LocationFault | undefined {
  const message = readFault(entity);
  const spec = locationSpec.safeParse(entity.spec ?? {});
  if (message === undefined || !spec.success) return undefined;
  const { type, target, targets } = spec.data;
  return {
    targets: [...(target === undefined ? [] : [target]), ...targets].map(
      // A place of promises.locations is told with its own type.
      each => (type === 'promises' ? each : `${type}:${each}`),
    ),
    message,
  };
}
