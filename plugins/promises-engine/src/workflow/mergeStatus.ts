import type { Condition, JsonObject } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

const condition = z.looseObject({
  type: z.string(),
  status: z
    .union([z.enum(['True', 'False', 'Unknown']), z.boolean()])
    .transform((value): Condition['status'] => {
      if (value === true) return 'True';
      return value === false ? 'False' : value;
    }),
  reason: z.string().catch(''),
  message: z.string().catch(''),
  lastTransitionTime: z.string().optional().catch(undefined),
});

/** Status without conditions, and the conditions. */
export interface WorkflowStatus {
  readonly fields: JsonObject;
  readonly conditions: readonly Condition[];
}

/**
 * Adds what a pipeline wrote to status.yaml: whole top-level keys replace what was there, conditions are merged by
 * type. What is no condition in the list is left out.
 */
export function mergeStatus(
  existing: WorkflowStatus,
  incoming: JsonObject,
): WorkflowStatus {
  const { conditions, ...fields } = incoming;
  const added = z
    .array(z.unknown())
    .catch([])
    .parse(conditions)
    .flatMap(item => {
      const parsed = condition.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
  const byType = new Map(existing.conditions.map(item => [item.type, item]));
  for (const item of added) byType.set(item.type, item);
  return {
    fields: { ...existing.fields, ...fields },
    conditions: [...byType.values()],
  };
}
