import { useCallback } from 'react';
import type { PromiseList } from '@promissory/plugin-promises-common';
import { FacetPills } from '../facets/FacetPills';
import { FacetSelect } from '../facets/FacetSelect';
import { SearchBox } from '../navigation/SearchBox';
import type { QueryChange } from '../navigation/useQuery';
import styles from './MarketplaceFilters.module.css';

/** Search, categories, tags and owners. */
export function MarketplaceFilters(props: {
  readonly facets?: PromiseList['facets'];
  readonly search?: string;
  readonly category?: string;
  readonly tag?: string;
  readonly owner?: string;
  readonly onChange: (change: QueryChange) => void;
}) {
  const { facets, search = '', category, tag, owner, onChange } = props;
  const searchFor = useCallback(
    (value: string) => onChange({ search: value }),
    [onChange],
  );
  return (
    <div role="search" className={styles.filters}>
      <div className={styles.row}>
        <div className={styles.search}>
          <SearchBox
            label="Search Promises"
            placeholder="Search for a service"
            value={search}
            onChange={searchFor}
          />
        </div>
        <FacetSelect
          label="Tag"
          facets={facets?.tags ?? []}
          selected={tag ? [tag] : []}
          onChange={tags => onChange({ tag: tags.at(-1) })}
        />
        <FacetSelect
          label="Owner"
          facets={facets?.owners ?? []}
          selected={owner ? [owner] : []}
          onChange={owners => onChange({ owner: owners.at(-1) })}
        />
      </div>
      {facets && facets.categories.length > 0 && (
        <FacetPills
          label="Category"
          allLabel="All"
          facets={facets.categories}
          selected={category}
          onChange={value => onChange({ category: value })}
        />
      )}
    </div>
  );
}
