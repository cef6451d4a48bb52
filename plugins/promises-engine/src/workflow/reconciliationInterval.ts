import {
  parseGoDuration,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';

const MINIMUM_MS = 60_000;

/**
 * Milliseconds after which a workflow runs again on its own: annotation, then spec, then the default. A value that is
 * no duration or below a minute is passed over.
 */
export function reconciliationInterval(
  definition: PromiseDefinition,
  defaultMs: number,
): number {
  const candidates = [
    definition.metadata.annotations?.['kratix.io/reconciliation-interval'],
    definition.spec.workflows?.config?.reconciliationInterval,
  ];
  for (const candidate of candidates) {
    const interval = candidate ? parseGoDuration(candidate) : undefined;
    if (interval !== undefined && interval >= MINIMUM_MS) return interval;
  }
  return defaultMs;
}
