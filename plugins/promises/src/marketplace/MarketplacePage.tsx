import { useCallback, useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { EmptyState, usePromises } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { PageBody } from '../layout/PageBody';
import { useQuery } from '../navigation/useQuery';
import { MarketplaceFilters } from './MarketplaceFilters';
import { MarketplaceCard } from './MarketplaceCard';
import styles from './MarketplacePage.module.css';

const PAGE_SIZE = 60;
const MOST = 200;

/** Everything that can be ordered here, and what cannot with the reason. */
export function MarketplacePage() {
  const query = useQuery();
  const search = query.one('search');
  const category = query.one('category');
  const tag = query.one('tag');
  const owner = query.one('owner');
  const [limit, setLimit] = useState(PAGE_SIZE);
  const promises = usePromises({ search, category, tag, owner, limit });
  const isFiltered = Boolean(search || category || tag || owner);
  const { change } = query;
  const clear = useCallback(
    () => change({ search: '', category: '', tag: '', owner: '' }),
    [change],
  );

  return (
    <PageBody label="Marketplace">
      <MarketplaceFilters
        facets={promises.data?.facets}
        search={search}
        category={category}
        tag={tag}
        owner={owner}
        onChange={change}
      />
      <LoadedView loaded={promises} what="the marketplace" shape="cards">
        {list =>
          list.items.length === 0 ? (
            <NothingFound isFiltered={isFiltered} onClear={clear} />
          ) : (
            <>
              <Text color="secondary" role="status">
                {counted(list.total)}
              </Text>
              <ul
                className={styles.cards}
                aria-label="Promises"
                aria-busy={promises.isRefreshing}
              >
                {list.items.map(card => (
                  <li key={card.name}>
                    <MarketplaceCard card={card} />
                  </li>
                ))}
              </ul>
              {list.nextCursor && limit < MOST && (
                <Button
                  variant="secondary"
                  onPress={() => setLimit(MOST)}
                  isPending={promises.isRefreshing}
                >
                  Show more
                </Button>
              )}
              {list.nextCursor && limit >= MOST && (
                <Text color="secondary">
                  These are the first {MOST}. Search or filter to find the
                  others.
                </Text>
              )}
            </>
          )
        }
      </LoadedView>
    </PageBody>
  );
}

function counted(total: number): string {
  return total === 1 ? '1 Promise' : `${total} Promises`;
}

function NothingFound(props: {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}) {
  return props.isFiltered ? (
    <EmptyState
      title="Nothing matches"
      description="No Promise has all of what you asked for."
      action={<Button onPress={props.onClear}>Clear all filters</Button>}
    />
  ) : (
    <EmptyState
      title="No Promises yet"
      description="A Promise appears here once its YAML file is registered in the catalog from a trusted location, and you may read it."
    />
  );
}
