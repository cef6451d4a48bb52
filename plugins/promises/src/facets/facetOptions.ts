import type { Facet } from '@promissory/plugin-promises-common';

/** Options of a facet. What is selected stays listed although nothing has it any more, else it could not be taken back. */
export function facetOptions(
  facets: readonly Facet[],
  selected: readonly string[],
): Array<{ id: string; label: string }> {
  const known = new Set(facets.map(facet => facet.value));
  const gone = selected
    .filter(value => !known.has(value))
    .map(value => ({ value, count: 0 }));
  return [...facets, ...gone].map((facet: Facet) => ({
    id: facet.value,
    label: `${facet.label ?? facet.value} (${facet.count})`,
  }));
}
