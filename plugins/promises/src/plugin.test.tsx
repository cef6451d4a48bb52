import { screen, waitFor } from '@testing-library/react';
import {
  SubPageBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import { promisesPlugin } from './plugin';
import { fakePromisesApi } from './__testUtils__/fakePromisesApi';

describe('promisesPlugin', () => {
  it('mounts the pages with their tabs, and those that others add', async () => {
    renderTestApp({
      features: [
        promisesPlugin,
        createFrontendModule({
          pluginId: 'promises',
          extensions: [
            SubPageBlueprint.make({
              name: 'approvals',
              params: {
                path: 'approvals',
                title: 'Approvals',
                loader: async () => <p>Nothing to approve</p>,
              },
            }),
          ],
        }),
      ],
      initialRouteEntries: ['/promises/approvals'],
      apis: [
        [promisesApiRef, fakePromisesApi()],
        [catalogApiRef, catalogApiMock()],
      ],
    });
    // The app may build its tree anew once while it starts.
    await waitFor(() =>
      expect(screen.getByText('Nothing to approve')).toBeVisible(),
    );
    expect(await screen.findByText('Doctor')).toBeVisible();
    for (const name of [
      'Marketplace',
      'Requests',
      'Destinations',
      'Approvals',
    ]) {
      expect(screen.getByText(name)).toBeVisible();
    }
  });
});
