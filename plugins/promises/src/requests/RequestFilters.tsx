import { useCallback } from 'react';
import { Switch, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  ListRequestsQuery,
  ResourceRequestList,
} from '@promissory/plugin-promises-common';
import { FacetSelect } from '../facets/FacetSelect';
import { SearchBox } from '../navigation/SearchBox';
import type { QueryChange } from '../navigation/useQuery';
import { SCOPES, type Scope } from './requestsQuery';
import styles from './RequestFilters.module.css';

/** Whose requests, and which of them. */
export function RequestFilters(props: {
  readonly query: ListRequestsQuery & { readonly scope: Scope };
  readonly facets?: ResourceRequestList['facets'];
  /** How many are left out because they belong to other requests. */
  readonly childCount?: number;
  readonly onChange: (change: QueryChange) => void;
}) {
  const { query, facets, onChange } = props;
  const searchFor = useCallback(
    (search: string) => onChange({ search }),
    [onChange],
  );
  return (
    <div role="search" className={styles.filters}>
      <div className={styles.scopes}>
        <ToggleButtonGroup
          aria-label="Whose requests"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[query.scope]}
          onSelectionChange={keys => onChange({ scope: String([...keys][0]) })}
        >
          {SCOPES.map(({ id, label }) => (
            <ToggleButton key={id} id={id}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <div className={styles.switches}>
          <Switch
            label={childrenLabel(query, props.childCount)}
            isSelected={query.parent === undefined}
            onChange={children =>
              onChange({ children: children ? 'true' : '' })
            }
          />
          <Switch
            label="Deleted too"
            isSelected={query.deleted ?? false}
            onChange={deleted => onChange({ deleted: deleted ? 'true' : '' })}
          />
        </div>
      </div>
      <div className={styles.row}>
        <div className={styles.search}>
          <SearchBox
            label="Search requests"
            placeholder="Search by name"
            value={query.search ?? ''}
            onChange={searchFor}
          />
        </div>
        <FacetSelect
          label="State"
          facets={facets?.states ?? []}
          selected={query.state ?? []}
          onChange={state => onChange({ state })}
        />
        <FacetSelect
          label="Promise"
          facets={facets?.promises ?? []}
          selected={query.promise ?? []}
          onChange={promise => onChange({ promise })}
        />
        <FacetSelect
          label="Namespace"
          facets={facets?.namespaces ?? []}
          selected={query.namespace ?? []}
          onChange={namespace => onChange({ namespace })}
        />
      </div>
    </div>
  );
}

function childrenLabel(query: ListRequestsQuery, count?: number): string {
  const label = 'Parts of other requests too';
  return query.parent === 'none' && count ? `${label} (${count})` : label;
}
