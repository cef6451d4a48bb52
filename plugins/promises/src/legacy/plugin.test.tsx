import { screen } from '@testing-library/react';
import {
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { Route, Routes } from 'react-router-dom';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import { PromisesPage } from '../legacy';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';

describe('promisesPlugin of the old frontend system', () => {
  it('shows the same pages', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [promisesApiRef, fakePromisesApi()],
          [catalogApiRef, catalogApiMock()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/promises" element={<PromisesPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/promises'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByRole('link', { name: 'Order PostgreSQL' }),
    ).toHaveAttribute('href', '/promises/postgresql/order');
    expect(screen.getByRole('tab', { name: 'Destinations' })).toHaveAttribute(
      'href',
      '/promises/destinations',
    );
    expect(await screen.findByRole('tab', { name: 'Doctor' })).toHaveAttribute(
      'href',
      '/promises/doctor',
    );
  });
});
