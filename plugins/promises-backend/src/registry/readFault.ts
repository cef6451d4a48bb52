import type { Entity } from '@backstage/catalog-model';
import { z } from 'zod/v4';

const processed = z.object({
  status: z.object({
    items: z.array(
      z.looseObject({
        type: z.string(),
        level: z.string(),
        message: z.string(),
      }),
    ),
  }),
});

/** What the catalog said when it last failed to process an entity; undefined where it did not fail. */
export function readFault(entity: Entity): string | undefined {
  const result = processed.safeParse(entity);
  const faults = (result.data?.status.items ?? []).filter(
    ({ type, level }) =>
      type === 'backstage.io/catalog-processing' && level === 'error',
  );
  return faults.map(({ message }) => message).join('; ') || undefined;
}
