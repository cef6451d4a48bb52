import { z } from 'zod/v4';
import type { Finding } from '../../api';
import { KRATIX_API_VERSION } from '../../catalog/annotations';
import { readLenient } from '../findings/readLenient';
import { metadataSchema, optional } from '../findings/schemas';
import type { DestinationDefinition } from '../types';

const destinationSchema = z.looseObject({
  apiVersion: z.literal(KRATIX_API_VERSION),
  kind: z.literal('Destination'),
  metadata: metadataSchema,
  spec: z.object({
    path: z.string(),
    stateStoreRef: z.object({
      kind: z.enum(['BucketStateStore', 'GitStateStore']),
      name: z.string(),
    }),
    cleanup: optional(z.enum(['none', 'all'])),
    filepath: optional(
      z.object({
        mode: optional(z.enum(['nestedByMetadata', 'aggregatedYAML', 'none'])),
        filename: optional(z.string()),
      }),
    ),
    initWorkloads: optional(z.object({ enabled: optional(z.boolean()) })),
    strictMatchLabels: optional(z.boolean()),
  }),
});

/**
 * Reads a Destination from a Kubernetes document or from its catalog entity. Fields that Kratix does not know are left
 * out, faults are named at their path; `definition` is undefined where path or state store cannot be read.
 *
 * @public
 */
export function parseDestination(document: unknown): {
  readonly definition?: DestinationDefinition;
  readonly findings: Finding[];
} {
  const { value, findings } = readLenient(destinationSchema, document);
  if (!value) {
    return { findings };
  }
  const { apiVersion, kind, metadata, spec } = value;
  const { name, labels, annotations } = metadata;
  return {
    definition: {
      apiVersion,
      kind,
      metadata: { name, labels, annotations },
      spec,
    },
    findings,
  };
}
