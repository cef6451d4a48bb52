import type { DestinationFacts } from './types';

const DRY_RUN_LABEL = 'kratix.io/dry-run';

/**
 * Whether the labels select the Destination. Without labels every Destination is selected but those that are strict and
 * labelled; with labels, strictness means nothing (as in Kratix).
 */
export function matchesDestination(
  labels: Readonly<Record<string, string>>,
  destination: DestinationFacts,
): boolean {
  if (destination.labels[DRY_RUN_LABEL] === 'true') return false;
  const wanted = Object.entries(labels);
  if (wanted.length === 0) {
    return !(
      destination.strictMatchLabels &&
      Object.keys(destination.labels).length > 0
    );
  }
  return wanted.every(([key, value]) => destination.labels[key] === value);
}
