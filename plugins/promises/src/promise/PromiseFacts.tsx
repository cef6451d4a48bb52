import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PromiseDetail } from '@promissory/plugin-promises-common';
import { Facts } from '../layout/Facts';
import { RelativeTime } from '../time/RelativeTime';

/** Owner, version, API and where it is in the catalog. */
export function PromiseFacts(props: { readonly promise: PromiseDetail }) {
  const { promise } = props;
  const { api, runner } = promise;
  return (
    <Facts
      facts={[
        {
          label: 'Owner',
          value: promise.owner && (
            <EntityRefLink entityRef={promise.owner} defaultKind="group" />
          ),
        },
        { label: 'Category', value: promise.category },
        { label: 'Version', value: promise.version },
        {
          label: 'API',
          value: api && `${api.kind} (${api.group}/${api.version})`,
        },
        {
          label: 'Runner',
          value: runner.available ? runner.name : 'none',
        },
        {
          label: 'In the catalog',
          value: <EntityRefLink entityRef={promise.entityRef} />,
        },
        { label: 'Updated', value: <RelativeTime at={promise.updatedAt} /> },
      ]}
    />
  );
}
