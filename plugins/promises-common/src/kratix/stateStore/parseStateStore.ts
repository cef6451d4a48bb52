import { z } from 'zod/v4';
import type { Finding } from '../../api';
import { KRATIX_API_VERSION } from '../../catalog/annotations';
import { error } from '../findings/findings';
import { readLenient } from '../findings/readLenient';
import { metadataSchema, optional } from '../findings/schemas';
import type { StateStoreDefinition } from '../types';

const secretRef = optional(
  z.object({ name: z.string().default(''), namespace: optional(z.string()) }),
);

const gitSchema = z.looseObject({
  apiVersion: z.literal(KRATIX_API_VERSION),
  kind: z.literal('GitStateStore'),
  metadata: metadataSchema,
  spec: z.object({
    url: z.string().default(''),
    branch: optional(z.string()),
    path: optional(z.string()),
    authMethod: optional(z.enum(['basicAuth', 'ssh', 'githubApp'])),
    gitAuthor: optional(
      z.object({ name: optional(z.string()), email: optional(z.string()) }),
    ),
    secretRef,
  }),
});

const bucketSchema = z.looseObject({
  apiVersion: z.literal(KRATIX_API_VERSION),
  kind: z.literal('BucketStateStore'),
  metadata: metadataSchema,
  spec: z.object({
    bucketName: z.string(),
    endpoint: z.string(),
    path: optional(z.string()),
    authMethod: optional(z.enum(['accessKey', 'IAM'])),
    insecure: optional(z.boolean()),
    useDualStack: optional(z.boolean()),
    secretRef,
  }),
});

/**
 * Reads a GitStateStore or BucketStateStore from a Kubernetes document or from its catalog entity. Fields that Kratix
 * does not know are left out, faults are named at their path; `definition` is undefined where nothing useful is left.
 *
 * @public
 */
export function parseStateStore(document: unknown): {
  readonly definition?: StateStoreDefinition;
  readonly findings: Finding[];
} {
  const kind = (document as { kind?: unknown } | null | undefined)?.kind;
  if (kind === 'GitStateStore') {
    return define(readLenient(gitSchema, document));
  }
  if (kind === 'BucketStateStore') {
    return define(readLenient(bucketSchema, document));
  }
  return {
    findings: [
      error(
        'kind',
        `Unsupported value: ${JSON.stringify(
          kind ?? null,
        )}: supported values: "BucketStateStore", "GitStateStore"`,
      ),
    ],
  };
}

type Store = z.infer<typeof gitSchema> | z.infer<typeof bucketSchema>;

function define<T extends Store>(reading: {
  readonly value?: T;
  readonly findings: Finding[];
}) {
  if (!reading.value) {
    return { findings: reading.findings };
  }
  const { apiVersion, kind, metadata, spec } = reading.value;
  const { name, labels, annotations } = metadata;
  return {
    definition: {
      apiVersion,
      kind,
      metadata: { name, labels, annotations },
      spec,
    } as StateStoreDefinition,
    findings: reading.findings,
  };
}
