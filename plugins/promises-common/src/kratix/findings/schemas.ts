import { z } from 'zod/v4';

/** Kubernetes reads null as absent. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    value => (value === null ? undefined : value),
    schema.optional(),
  );
}

/** A JSON object of somebody else's shape. */
export const objectSchema = z.record(z.string(), z.unknown());

/** Labels, annotations, selectors. */
export const stringMapSchema = z.record(z.string(), z.string());

/** The part of ObjectMeta that is read. */
export const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: optional(z.string()),
  labels: optional(stringMapSchema),
  annotations: optional(stringMapSchema),
});
