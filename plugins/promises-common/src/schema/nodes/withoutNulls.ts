import type { StructuralSchema } from '../types';

/** A node without keywords that are null, which to Kubernetes are absent; the node itself where there are none. */
export function withoutNulls(schema: StructuralSchema): StructuralSchema {
  const entries = Object.entries(schema);
  const kept = entries.filter(([, value]) => value !== null);
  return kept.length === entries.length ? schema : Object.fromEntries(kept);
}
