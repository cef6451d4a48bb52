import { Select } from '@backstage/ui';
import type { Facet } from '@promissory/plugin-promises-common';
import { facetOptions } from './facetOptions';

/** Several values of one facet, each with its count. */
export function FacetSelect(props: {
  readonly label: string;
  readonly facets: readonly Facet[];
  readonly selected: readonly string[];
  readonly onChange: (selected: string[]) => void;
}) {
  const { label, facets, selected, onChange } = props;
  const options = facetOptions(facets, selected);
  return (
    <Select
      aria-label={label}
      placeholder={label}
      selectionMode="multiple"
      searchable={options.length > 8}
      options={options}
      value={[...selected]}
      onChange={keys => onChange(keys.map(String))}
      isDisabled={options.length === 0}
      size="medium"
    />
  );
}
