import { z } from 'zod/v4';

/** Kratix's GitStateStore spec with its defaults; unknown keys are ignored, as a Kubernetes API server drops them. */
export const gitStateStoreSpec = z.object({
  url: z.string(),
  branch: z.string().default('main'),
  path: z.string().default(''),
  authMethod: z.enum(['basicAuth', 'ssh', 'githubApp']).default('basicAuth'),
  gitAuthor: z
    .object({
      name: z.string().default('kratix'),
      email: z.string().default(''),
    })
    .prefault({}),
  secretRef: z
    .object({ name: z.string(), namespace: z.string().optional() })
    .optional(),
});

export type GitStateStoreSpec = z.infer<typeof gitStateStoreSpec>;
