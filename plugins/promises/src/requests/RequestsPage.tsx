import { useCallback } from 'react';
import { Button, ButtonLink } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import { EmptyState, useRequests } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { type QueryChange, useQuery } from '../navigation/useQuery';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { CursorPager } from './CursorPager';
import { RequestFilters } from './RequestFilters';
import { RequestTable } from './RequestTable';
import { useChildCount } from './useChildCount';
import { type Scope, isFiltered, requestsQuery } from './requestsQuery';

const NO_FILTERS = {
  search: '',
  promise: '',
  namespace: '',
  state: '',
  owner: '',
};

/** Requests of a person, their teams, or all that they may see; live. */
export function RequestsPage() {
  const links = usePromisesLinks();
  const url = useQuery();
  const query = requestsQuery(url);
  const requests = useRequests(query);
  const childCount = useChildCount(query, requests.data?.total);
  /** Another filter begins at the first page. */
  const change = useCallback(
    (values: QueryChange) => url.change({ cursor: '', ...values }),
    [url],
  );
  return (
    <Crumbs entries={[{ label: 'Requests', href: links.requests }]}>
      <PageBody label="Requests">
        <RequestFilters
          query={query}
          facets={requests.data?.facets}
          childCount={childCount}
          onChange={change}
        />
        <LoadedView loaded={requests} what="the requests" shape="table">
          {list =>
            list.items.length === 0 ? (
              <NoRequests
                deniedPermission={list.deniedPermission}
                scope={query.scope}
                isFiltered={isFiltered(query)}
                onClear={() => change(NO_FILTERS)}
                onAll={() => change({ scope: 'all' })}
              />
            ) : (
              <>
                <RequestTable
                  requests={list.items}
                  isStale={requests.isRefreshing}
                />
                <CursorPager
                  total={list.total}
                  shown={list.items.length}
                  cursor={query.cursor}
                  nextCursor={list.nextCursor}
                  onCursor={cursor => url.change({ cursor })}
                />
              </>
            )
          }
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}

function NoRequests(props: {
  /** What the person lacks to see any. */
  readonly deniedPermission?: string;
  readonly scope: Scope;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onAll: () => void;
}) {
  const links = usePromisesLinks();
  if (props.deniedPermission) {
    return (
      <EmptyState
        icon={RiLockLine}
        title="You may not see requests"
        description={`You lack the permission ${props.deniedPermission}. Ask an administrator of the portal.`}
        action={
          <ButtonLink href={links.marketplace}>To the marketplace</ButtonLink>
        }
      />
    );
  }
  if (props.isFiltered) {
    return (
      <EmptyState
        title="Nothing matches"
        description="No request has all of what you asked for."
        action={<Button onPress={props.onClear}>Clear all filters</Button>}
      />
    );
  }
  const who = {
    mine: 'You have not ordered anything yet',
    team: 'Your teams have no requests',
    all: 'There are no requests that you may see',
  };
  return (
    <EmptyState
      title={who[props.scope]}
      description="What is ordered from the marketplace appears here, with its state as it changes."
      action={
        <>
          <ButtonLink href={links.marketplace}>To the marketplace</ButtonLink>
          {props.scope !== 'all' && (
            <Button variant="secondary" onPress={props.onAll}>
              Show all requests
            </Button>
          )}
        </>
      }
    />
  );
}
