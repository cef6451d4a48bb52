import { EmptyState, useDestinations } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { DestinationTable } from './DestinationTable';

/** Where requests are delivered, and whether that works. */
export function DestinationsPage() {
  const links = usePromisesLinks();
  const destinations = useDestinations();
  return (
    <Crumbs entries={[{ label: 'Destinations', href: links.destinations }]}>
      <PageBody label="Destinations">
        <LoadedView loaded={destinations} what="the destinations" shape="table">
          {list =>
            list.items.length === 0 ? (
              <EmptyState
                title="No destinations"
                description="Nothing can be delivered before there is one. Register a Destination and its GitStateStore or BucketStateStore in the catalog, from a trusted location."
              />
            ) : (
              <DestinationTable
                destinations={list.items}
                canDelete={list.canDelete ?? false}
                onChanged={destinations.reload}
              />
            )
          }
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}
