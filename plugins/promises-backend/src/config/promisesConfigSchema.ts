import { z } from 'zod/v4';

const count = (fallback: number) =>
  z.number().int().positive().default(fallback);

const days = (fallback: number) => z.number().positive().default(fallback);

const entityRef = z
  .string()
  .regex(
    /^[a-z]+:[a-z0-9._-]+\/[a-z0-9._-]+$/i,
    'is no entity ref; write it like group:default/web',
  );

/**
 * Shape and defaults of `promises` in the app's configuration; documented in config.d.ts. A key that nobody reads is a
 * mistake: a namespace with a misspelled `groups` would be everybody's. Modules have keys of their own on the top level.
 */
export const promisesConfigSchema = z.object({
  trustedLocations: z.array(z.string().min(1)).optional(),
  namespaces: z
    .array(
      z.strictObject({
        pattern: z.string().min(1),
        groups: z.array(entityRef).optional(),
      }),
    )
    .default([{ pattern: 'default' }]),
  functions: z
    .strictObject({
      images: z
        .array(
          z.strictObject({
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
    .strictObject({
      localDirectory: z.string().nullish(),
      create: z.boolean().default(false),
      cacheDirectory: z.string().min(1).nullish(),
      certificateFile: z.string().min(1).nullish(),
      placementsPerCommit: count(200),
    })
    .prefault({}),
  secrets: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        namespace: z.string().min(1).default('default'),
        hosts: z.array(z.string().min(1)),
        values: z.record(z.string(), z.string()),
      }),
    )
    .default([]),
  engine: z.strictObject({ concurrency: count(4) }).prefault({}),
  children: z
    .strictObject({ maximumDepth: count(5), maximumChildren: count(100) })
    .prefault({}),
  limits: z
    .strictObject({
      requestBytes: count(1024 * 1024),
      definitionBytes: count(8 * 1024 * 1024),
      pipelineSeconds: count(600),
      outputBytes: count(32 * 1024 * 1024),
      outputFiles: count(5000),
      logBytes: count(4 * 1024 * 1024),
      generationsKept: count(100),
      requestsPerNamespace: z.number().int().positive().optional(),
    })
    .prefault({}),
  retention: z
    .strictObject({
      runDays: days(90),
      runsPerRequest: count(50),
      logDays: days(90),
      eventDays: days(90),
      tombstoneDays: days(30),
    })
    .prefault({}),
  events: z
    .strictObject({
      heartbeatSeconds: z.number().positive().default(15),
      bufferBytes: count(1024 * 1024),
      maximumSeconds: count(3600),
    })
    .prefault({}),
  http: z
    .strictObject({ validateResponses: z.boolean().default(false) })
    .prefault({}),
  // The catalog module has keys of its own beside these.
  catalog: z
    .object({
      requestEntities: z.union([z.boolean(), z.literal('all')]).default(true),
      deliveredEntities: z.boolean().default(true),
      pagePath: z.string().startsWith('/').default('/promises'),
    })
    .prefault({}),
  registry: z
    .strictObject({ comparisonSeconds: z.number().positive().default(60) })
    .prefault({}),
});
