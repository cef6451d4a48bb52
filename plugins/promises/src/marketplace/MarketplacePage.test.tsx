import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { promiseCard } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';

const facets = {
  categories: [
    { value: 'Databases', count: 1 },
    { value: 'Basics', count: 1 },
  ],
  tags: [],
  owners: [],
};

describe('MarketplacePage', () => {
  it('offers what can be ordered and says why the rest cannot', async () => {
    const api = fakePromisesApi({
      listPromises: async () => ({
        items: [
          promiseCard(),
          promiseCard({
            name: 'redis',
            title: 'Redis',
            orderable: false,
            runner: {
              available: false,
              missing: 'Nothing here runs example/redis:v1.',
              remedy: 'Add the container module.',
            },
          }),
        ],
        total: 2,
        facets,
      }),
    });
    renderPages('', api);

    expect(
      await screen.findByRole('link', { name: 'Order PostgreSQL' }),
    ).toHaveAttribute('href', '/promises/postgresql/order');
    const redis = screen.getByRole('article', { name: 'Redis' });
    expect(
      within(redis).getByText('Nothing here runs example/redis:v1.'),
    ).toBeVisible();
    expect(within(redis).getByText('Add the container module.')).toBeVisible();
    expect(
      within(redis).getByRole('button', { name: 'Order Redis' }),
    ).toBeDisabled();
  });

  it('says what a compound one brings, and what of it is missing', async () => {
    const requirement = (name: string, title?: string) => ({
      name,
      title,
      version: 'v1.0.0',
      fulfilled: title !== undefined,
      state: title ? 'Requirement installed' : 'Requirement not installed',
    });
    renderPages(
      '',
      fakePromisesApi({
        listPromises: async () => ({
          items: [
            promiseCard({
              name: 'service',
              title: 'Service',
              requirements: [
                requirement('monitoring', 'Monitoring'),
                requirement('postgresql'),
              ],
            }),
          ],
          total: 1,
          facets,
        }),
      }),
    );
    const card = await screen.findByRole('article', { name: 'Service' });
    expect(
      within(within(card).getByRole('list', { name: 'Comes with' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Monitoring', 'postgresql']);
    expect(card).toHaveTextContent('Missing: postgresql v1.0.0');
  });

  it('offers no order of one without an API, and says what it is for', async () => {
    renderPages(
      '',
      fakePromisesApi({
        listPromises: async () => ({
          items: [
            promiseCard({
              title: 'Company standards',
              api: undefined,
              orderable: false,
            }),
          ],
          total: 1,
          facets,
        }),
      }),
    );
    const card = await screen.findByRole('article', {
      name: 'Company standards',
    });
    expect(card).toHaveTextContent('it brings what other Promises build on');
    expect(within(card).queryByRole('button')).toBeNull();
  });

  it('asks for what the address and the person filter by', async () => {
    const api = fakePromisesApi();
    renderPages('?category=Databases&tag=sql', api);
    await screen.findByRole('article', { name: 'PostgreSQL' });
    expect(api.listPromises).toHaveBeenLastCalledWith(
      expect.objectContaining({ category: 'Databases', tag: 'sql' }),
      expect.anything(),
    );

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search Promises' }),
      'post',
    );
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    await waitFor(() =>
      expect(api.listPromises).toHaveBeenLastCalledWith(
        expect.objectContaining({
          search: 'post',
          category: undefined,
          tag: 'sql',
        }),
        expect.anything(),
      ),
    );
  });

  it('offers to clear the filters where nothing matches', async () => {
    const api = fakePromisesApi({
      listPromises: async query => ({
        items: query?.search ? [] : [promiseCard()],
        total: query?.search ? 0 : 1,
        facets,
      }),
    });
    renderPages('?search=nothing', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear all filters' }),
    );
    expect(
      await screen.findByRole('article', { name: 'PostgreSQL' }),
    ).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    const denied = await responseError(403, {
      message: 'You may not see Promises',
      permission: 'promises.promise.read',
    });
    renderPages(
      '',
      fakePromisesApi({
        listPromises: async () => {
          throw denied;
        },
      }),
    );
    expect(await screen.findByText('promises.promise.read')).toBeVisible();
  });
});
