import { Link, Text } from '@backstage/ui';
import { useRequests } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { RequestTable } from './RequestTable';

const SHOWN = 10;

/** The newest requests of one Promise that the person may see; live. */
export function RequestsOfPromise(props: { readonly promise: string }) {
  const { promise } = props;
  const links = usePromisesLinks();
  const requests = useRequests({
    promise: [promise],
    scope: 'all',
    limit: SHOWN,
  });
  return (
    <LoadedView loaded={requests} what="its requests" shape="table">
      {list =>
        list.items.length === 0 ? (
          <Text color="secondary">
            {list.deniedPermission
              ? `You may not see them: you lack the permission ${list.deniedPermission}.`
              : 'Nobody has ordered it yet, or you may not see it.'}
          </Text>
        ) : (
          <>
            <RequestTable
              requests={list.items}
              isStale={requests.isRefreshing}
              withoutPromise
            />
            {list.total > list.items.length && (
              <Link href={links.requestsOf(promise)}>
                All {list.total} requests
              </Link>
            )}
          </>
        )
      }
    </LoadedView>
  );
}
