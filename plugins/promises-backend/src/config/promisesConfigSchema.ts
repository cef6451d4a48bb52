import { z } from 'zod/v4';

const count = (fallback: number) =>
  z.number().int().positive().default(fallback);

/** Shape and defaults of `promises` in the app's configuration; documented in config.d.ts. */
export const promisesConfigSchema = z.object({
  trustedLocations: z.array(z.string().min(1)).optional(),
  namespaces: z
    .array(
      z.object({
        pattern: z.string().min(1),
        groups: z.array(z.string().min(1)).optional(),
      }),
    )
    .default([{ pattern: 'default' }]),
  functions: z
    .object({
      images: z
        .array(
          z.object({
            function: z.string().min(1),
            repository: z.string().min(1),
            major: z.number().int().nonnegative(),
          }),
        )
        .default([]),
      threads: count(2),
    })
    .prefault({}),
  git: z
    .object({
      localDirectory: z.string().nullish(),
      create: z.boolean().default(false),
      cacheDirectory: z.string().min(1).nullish(),
      certificateFile: z.string().min(1).nullish(),
    })
    .prefault({}),
  secrets: z
    .array(
      z.object({
        name: z.string().min(1),
        namespace: z.string().min(1).default('default'),
        hosts: z.array(z.string().min(1)),
        values: z.record(z.string(), z.string()),
      }),
    )
    .default([]),
  engine: z.object({ concurrency: count(4) }).prefault({}),
  limits: z
    .object({
      requestBytes: count(1024 * 1024),
      definitionBytes: count(8 * 1024 * 1024),
      pipelineSeconds: count(600),
      outputBytes: count(32 * 1024 * 1024),
      outputFiles: count(5000),
      logBytes: count(4 * 1024 * 1024),
    })
    .prefault({}),
  events: z
    .object({
      heartbeatSeconds: z.number().positive().default(15),
      bufferBytes: count(1024 * 1024),
      maximumSeconds: count(3600),
    })
    .prefault({}),
  http: z
    .object({ validateResponses: z.boolean().default(false) })
    .prefault({}),
  registry: z
    .object({ comparisonSeconds: z.number().positive().default(60) })
    .prefault({}),
});
