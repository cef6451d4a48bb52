import { z } from 'zod/v4';

/** The part of Kratix's Destination spec that delivery reads, with Kratix's defaults. */
export const destinationSpec = z.object({
  path: z.string(),
  cleanup: z.enum(['none', 'all']).default('none'),
  filepath: z
    .object({
      mode: z
        .enum(['nestedByMetadata', 'aggregatedYAML', 'none'])
        .default('nestedByMetadata'),
    })
    .prefault({}),
  initWorkloads: z.object({ enabled: z.boolean().default(true) }).prefault({}),
});

export type DestinationSpec = z.infer<typeof destinationSpec>;
