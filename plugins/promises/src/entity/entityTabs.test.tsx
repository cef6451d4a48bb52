import { screen } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { renderElement } from '../__testUtils__/renderPages';
import { PromiseRequestsTab } from './PromiseRequestsTab';
import { RequestStatusTab } from './RequestStatusTab';
import { isPromiseEntity, isRequestEntity } from './requestUid';
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
};

describe('tabs on entities', () => {
  it('tell their entities', () => {
    expect([promise, request].map(isPromiseEntity)).toEqual([true, false]);
    expect([promise, request].map(isRequestEntity)).toEqual([false, true]);
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
