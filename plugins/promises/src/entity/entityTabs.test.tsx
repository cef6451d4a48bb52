import { screen, within } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { renderElement } from '../__testUtils__/renderPages';
import { PromiseRequestsTab } from './PromiseRequestsTab';
import { RequestStatusTab } from './RequestStatusTab';
import { OrderCard } from './OrderCard';
import { RequestEntities } from './RequestEntities';
import {
  isOrderedEntity,
  isPromiseEntity,
  isRequestEntity,
} from './requestUid';
import { useMarketplaceLink } from './useMarketplaceLink';

const promise: Entity = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'postgresql' },
};
const request: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'orders-db',
    annotations: {
      'promissory.io/request-uid': '01JDZZZZZZZZZZZZZZZZZZZZZZ',
    },
  },
  spec: { type: 'promise-request' },
};
const service: Entity = {
  ...request,
  kind: 'Component',
  metadata: { ...request.metadata, name: 'orders' },
  spec: { type: 'service' },
};

describe('tabs on entities', () => {
  it('tell their entities', () => {
    const entities = [promise, request, service];
    expect(entities.map(isPromiseEntity)).toEqual([true, false, false]);
    expect(entities.map(isRequestEntity)).toEqual([false, true, false]);
    expect(entities.map(isOrderedEntity)).toEqual([false, false, true]);
  });

  it('tell on what was ordered how the order is, and lead to it', async () => {
    renderElement(
      <EntityProvider entity={service}>
        <OrderCard />
      </EntityProvider>,
      fakePromisesApi(),
    );
    const card = await screen.findByRole('region', { name: 'Order' });
    expect(
      await within(card).findByRole('link', { name: 'orders-db' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/promises\/requests\/01/),
    );
    expect(card).toHaveTextContent('Delivered');
    expect(
      within(card).getByRole('link', { name: 'PostgreSQL' }),
    ).toHaveAttribute('href', '/promises/postgresql');
  });

  it('lead from a request to what the catalog shows of it', async () => {
    renderElement(
      <RequestEntities
        request={{
          catalog: {
            entityRef: 'resource:default/postgresql_orders-db',
            entities: ['component:default/orders'],
            findings: [
              { severity: 'warning', message: 'The name orders is taken' },
            ],
          },
        }}
      />,
      fakePromisesApi(),
    );
    const section = await screen.findByRole('region', {
      name: 'In the catalog',
    });
    expect(
      within(section)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/catalog/default/component/orders',
      '/catalog/default/resource/postgresql_orders-db',
    ]);
    expect(section).toHaveTextContent('The name orders is taken');
  });

  it('show the requests of a Promise and lead to its form', async () => {
    renderElement(
      <EntityProvider entity={promise}>
        <PromiseRequestsTab />
      </EntityProvider>,
      fakePromisesApi(),
    );
    expect(await screen.findByRole('link', { name: 'Order' })).toHaveAttribute(
      'href',
      '/promises/postgresql/order',
    );
    expect(
      await screen.findByRole('link', { name: 'orders-db' }),
    ).toBeVisible();
  });

  it('lead from the catalog to the marketplace', async () => {
    const MarketplaceLink = () => {
      const { label, href } = useMarketplaceLink();
      return <a href={href}>{label}</a>;
    };
    renderElement(
      <EntityProvider entity={promise}>
        <MarketplaceLink />
      </EntityProvider>,
      fakePromisesApi(),
    );
    expect(
      await screen.findByRole('link', { name: 'Marketplace' }),
    ).toHaveAttribute('href', '/promises/postgresql');
  });

  it('show the state of a request', async () => {
    const api = fakePromisesApi();
    renderElement(
      <EntityProvider entity={request}>
        <RequestStatusTab />
      </EntityProvider>,
      api,
    );
    expect(
      await screen.findByRole('region', { name: 'State' }),
    ).toHaveTextContent('Delivered');
    expect(api.getRequest).toHaveBeenCalledWith(
      '01JDZZZZZZZZZZZZZZZZZZZZZZ',
      expect.anything(),
    );
  });
});
