import type {
  Condition,
  Finding,
  JsonObject,
  PolicyViolation,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import type { PromiseCardData } from '../../platform/types';
import type { WorkloadGroup } from '../../workflow/types';
import { jsonColumn } from './jsonColumn';

const objectSchema = z.record(z.string(), z.unknown());
const stringMapSchema = z.record(z.string(), z.string());
const workloadsSchema = z.array(
  z.object({ filepath: z.string(), sha256: z.string() }),
);

/** Any object. */
export const objectColumn = jsonColumn<JsonObject>(objectSchema);

/** Labels and annotations. */
export const stringMapColumn =
  jsonColumn<Record<string, string>>(stringMapSchema);

/** `findings` of Promises, Destinations and state stores. */
export const findingsColumn = jsonColumn<Finding[]>(
  z.array(
    z.object({
      severity: z.enum(['error', 'warning', 'info']),
      path: z.string().optional(),
      message: z.string(),
    }),
  ),
);

/** `promises.card` */
export const cardColumn = jsonColumn<PromiseCardData>(
  z.object({
    title: z.string(),
    description: z.string().optional(),
    category: z.string().optional(),
    icon: z.string().optional(),
    tags: z.array(z.string()),
    links: z.array(
      z.object({
        url: z.string(),
        title: z.string().optional(),
        icon: z.string().optional(),
      }),
    ),
    whatYouGet: z.array(z.string()),
    example: objectSchema.optional(),
    documentation: z.string().optional(),
  }),
);

/** A Promise that another one requires. */
export interface RequiredPromise {
  readonly name: string;
  readonly version?: string;
}

/** `promises.required_promises` */
export const requiredPromisesColumn = jsonColumn<RequiredPromise[]>(
  z.array(z.object({ name: z.string(), version: z.string().optional() })),
);

/** `requests.conditions` */
export const conditionsColumn = jsonColumn<Condition[]>(
  z.array(
    z.object({
      type: z.string(),
      status: z.enum(['True', 'False', 'Unknown']),
      reason: z.string(),
      message: z.string(),
      lastTransitionTime: z.string().optional(),
    }),
  ),
);

/** A rule of a policy that was found broken. */
export const violationSchema = z.object({
  rule: z.string(),
  policy: z.string().optional(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  path: z.string().optional(),
  file: z.string().optional(),
  document: z.string().optional(),
});

/** `runs.violations` */
export const violationsColumn = jsonColumn<PolicyViolation[][]>(
  z.array(z.array(violationSchema)),
);

/** `works.groups` */
export const groupsColumn = jsonColumn<WorkloadGroup[]>(
  z.array(
    z.object({
      id: z.string(),
      directory: z.string(),
      selectors: z.array(
        z.object({
          matchLabels: stringMapSchema,
          source: z.enum(['promise', 'promise-workflow', 'resource-workflow']),
        }),
      ),
      workloads: workloadsSchema,
    }),
  ),
);

/** `placements.desired` */
export const desiredColumn =
  jsonColumn<Array<{ readonly filepath: string; readonly sha256: string }>>(
    workloadsSchema,
  );
