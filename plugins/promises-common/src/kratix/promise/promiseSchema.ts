import { z } from 'zod/v4';
import { KRATIX_API_VERSION } from '../../catalog/annotations';
import {
  metadataSchema,
  objectSchema,
  optional,
  stringMapSchema,
} from '../findings/schemas';

// Loose, and without rules: what may stand here is for checkPromise to say, at its place and in words.
const containerSchema = z.looseObject({
  name: z.string().default(''),
  image: z.string().default(''),
  command: optional(z.array(z.string())),
  args: optional(z.array(z.string())),
  env: optional(
    z.array(
      z.looseObject({
        name: z.string(),
        value: optional(z.string()),
        valueFrom: optional(objectSchema),
      }),
    ),
  ),
  envFrom: optional(z.array(objectSchema)),
  volumeMounts: optional(z.array(objectSchema)),
  imagePullPolicy: optional(z.string()),
  securityContext: optional(objectSchema),
  resources: optional(objectSchema),
});

const pipelineSchema = z.looseObject({
  apiVersion: z.string().default(''),
  kind: z.string().default(''),
  metadata: z
    .looseObject({
      name: z.string().default(''),
      namespace: optional(z.string()),
      labels: optional(stringMapSchema),
      annotations: optional(stringMapSchema),
    })
    .default({ name: '' }),
  spec: z
    .looseObject({
      containers: z.preprocess(value => value ?? [], z.array(containerSchema)),
      volumes: optional(z.array(objectSchema)),
      imagePullSecrets: optional(z.array(objectSchema)),
      jobOptions: optional(
        z.looseObject({ backoffLimit: optional(z.int().nonnegative()) }),
      ),
      nodeSelector: optional(stringMapSchema),
      tolerations: optional(z.array(objectSchema)),
      restartPolicy: optional(z.string()),
      rbac: optional(
        z.looseObject({
          serviceAccount: optional(z.string()),
          permissions: optional(z.array(objectSchema)),
        }),
      ),
    })
    .default({ containers: [] }),
});

const workflowSchema = z.looseObject({
  configure: optional(z.array(pipelineSchema)),
  delete: optional(z.array(pipelineSchema)),
});

/** Shape of a Promise document; says nothing about whether Kratix would take it. */
export const promiseSchema = z.looseObject({
  apiVersion: z.literal(KRATIX_API_VERSION),
  kind: z.literal('Promise'),
  metadata: metadataSchema,
  spec: z.looseObject({
    api: optional(objectSchema),
    dependencies: optional(z.array(objectSchema)),
    destinationSelectors: optional(
      z.array(
        z.looseObject({
          matchLabels: z.preprocess(value => value ?? {}, stringMapSchema),
        }),
      ),
    ),
    requiredPromises: optional(
      z.array(
        z.looseObject({ name: z.string(), version: optional(z.string()) }),
      ),
    ),
    workflows: optional(
      z.looseObject({
        promise: optional(workflowSchema),
        resource: optional(workflowSchema),
        config: optional(
          z.looseObject({
            pipelineNamespace: optional(z.string()),
            reconciliationInterval: optional(z.string()),
          }),
        ),
      }),
    ),
  }),
});
