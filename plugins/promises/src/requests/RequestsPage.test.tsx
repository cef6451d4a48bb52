import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { resourceRequest } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

const facets = { promises: [], namespaces: [], states: [], owners: [] };

describe('RequestsPage', () => {
  it('shows the own requests with their states', async () => {
    const api = fakePromisesApi();
    renderPages('/requests', api);
    expect(
      await screen.findByRole('link', { name: 'orders-db' }),
    ).toHaveAttribute('href', '/promises/requests/01JDZZZZZZZZZZZZZZZZZZZZZZ');
    expect(screen.getByText('Delivered')).toBeVisible();
    expect(api.listRequests).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'mine' }),
      expect.anything(),
    );
  });

  it('goes from the own requests to all', async () => {
    const api = fakePromisesApi({
      listRequests: async query => ({
        items: query?.scope === 'all' ? [resourceRequest()] : [],
        total: query?.scope === 'all' ? 1 : 0,
        facets,
      }),
    });
    renderPages('/requests', api);
    expect(
      await screen.findByText('You have not ordered anything yet'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all requests' }),
    );
    expect(
      await screen.findByRole('link', { name: 'orders-db' }),
    ).toBeVisible();
  });

  it('says which permission is missing to who may see none', async () => {
    renderPages(
      '/requests',
      fakePromisesApi({
        listRequests: async () => ({
          items: [],
          total: 0,
          facets,
          deniedPermission: 'promises.request.read',
        }),
      }),
    );
    expect(
      await screen.findByText(
        /You lack the permission promises\.request\.read/,
      ),
    ).toBeVisible();
  });

  it('turns pages with cursors, and begins at the first when a filter changes', async () => {
    const api = fakePromisesApi({
      listRequests: async query => ({
        items: [resourceRequest({ name: query?.cursor ? 'second' : 'first' })],
        total: 2,
        nextCursor: query?.cursor ? undefined : 'c2',
        facets,
      }),
    });
    renderPages('/requests?scope=all', api);
    await screen.findByRole('link', { name: 'first' });
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByRole('link', { name: 'second' });
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    await screen.findByRole('link', { name: 'first' });
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByRole('link', { name: 'second' });
    await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));
    await waitFor(() =>
      expect(api.listRequests).toHaveBeenLastCalledWith(
        expect.objectContaining({ scope: 'mine', cursor: undefined }),
        expect.anything(),
      ),
    );
  });

  it('leaves out parts of other requests, says how many, and shows them on demand', async () => {
    const api = fakePromisesApi({
      listRequests: async query => ({
        items:
          query?.parent === 'none'
            ? [resourceRequest()]
            : [
                resourceRequest(),
                resourceRequest({
                  uid: '01JDCCCCCCCCCCCCCCCCCCCCCC',
                  name: 'orders-monitoring',
                  parentUid: '01JDZZZZZZZZZZZZZZZZZZZZZZ',
                }),
              ],
        total: query?.parent === 'none' ? 1 : 2,
        facets,
      }),
    });
    renderPages('/requests', api);
    await screen.findByRole('link', { name: 'orders-db' });
    expect(
      screen.queryByRole('link', { name: 'orders-monitoring' }),
    ).toBeNull();
    await userEvent.click(
      await screen.findByRole('switch', {
        name: 'Parts of other requests too (1)',
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'orders-monitoring' }),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /Part of another request/ }),
    ).toBeVisible();
    expect(api.listRequests).toHaveBeenCalledWith(
      expect.objectContaining({ parent: 'none' }),
      expect.anything(),
    );
  });
});
