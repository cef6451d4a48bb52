import type { DestinationSelector } from '@promissory/plugin-promises-common';

/** Several selectors as one set of labels; the first entry wins for each key. */
export function squashSelectors(
  selectors: readonly DestinationSelector[],
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { matchLabels } of [...selectors].reverse()) {
    Object.assign(labels, matchLabels);
  }
  return labels;
}
