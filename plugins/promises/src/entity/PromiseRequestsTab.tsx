import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import { usePromise } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { Section } from '../layout/Section';
import { OrderButton } from '../promise/OrderButton';
import { OrderNotice } from '../promise/OrderNotice';
import { RequestsOfPromise } from '../requests/RequestsOfPromise';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { EntityTab } from './EntityTab';

/** On the entity page of a Promise: its requests, and the way to order. */
export function PromiseRequestsTab() {
  const { entity } = useEntity();
  const { name } = entity.metadata;
  const links = usePromisesLinks();
  const promise = usePromise(name);
  return (
    <EntityTab>
      <LoadedView
        loaded={promise}
        what={`the Promise ${name}`}
        notFoundAction={
          <ButtonLink href={links.marketplace} variant="secondary">
            To the marketplace
          </ButtonLink>
        }
      >
        {data => (
          <>
            <OrderNotice promise={data} />
            <Section title="Requests" aside={<OrderButton card={data} />}>
              <RequestsOfPromise promise={data.name} />
            </Section>
          </>
        )}
      </LoadedView>
    </EntityTab>
  );
}
