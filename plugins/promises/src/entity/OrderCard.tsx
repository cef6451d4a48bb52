import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import {
  RequestStateChip,
  useRequest,
} from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { Facts } from '../layout/Facts';
import { Section } from '../layout/Section';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { RelativeTime } from '../time/RelativeTime';
import { requestUid } from './requestUid';

/** On the entity page of what somebody ordered: how the order is, and the way to it. */
export function OrderCard() {
  const { entity } = useEntity();
  const uid = requestUid(entity);
  return (
    <Section title="Order">
      {uid ? <Order uid={uid} /> : 'Nobody ordered this.'}
    </Section>
  );
}

function Order({ uid }: { readonly uid: string }) {
  const request = useRequest(uid);
  return (
    <LoadedView loaded={request} what="the order">
      {data => <OrderFacts request={data} />}
    </LoadedView>
  );
}

function OrderFacts({ request }: { readonly request: ResourceRequestDetail }) {
  const links = usePromisesLinks();
  return (
    <Facts
      facts={[
        {
          label: 'Request',
          value: <Link href={links.request(request.uid)}>{request.name}</Link>,
        },
        { label: 'State', value: <RequestStateChip state={request.state} /> },
        {
          label: 'Promise',
          value: (
            <Link href={links.promise(request.promise.name)}>
              {request.promise.title}
            </Link>
          ),
        },
        { label: 'Ordered', value: <RelativeTime at={request.createdAt} /> },
      ]}
    />
  );
}
