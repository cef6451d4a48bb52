import { screen, within } from '@testing-library/react';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { promiseCard, promiseDetail } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';

describe('PromisePage', () => {
  it('says what it is, what it brings, how it is made, and leads to the form', async () => {
    const api = fakePromisesApi();
    renderPages('/postgresql', api);

    expect(
      await screen.findByRole('heading', { name: 'PostgreSQL' }),
    ).toBeVisible();
    expect(api.getPromise).toHaveBeenCalledWith(
      'postgresql',
      expect.anything(),
    );
    expect(screen.getByRole('link', { name: 'Order' })).toHaveAttribute(
      'href',
      '/promises/postgresql/order',
    );
    expect(
      within(screen.getByRole('region', { name: 'What you get' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
    expect(
      within(screen.getByRole('region', { name: 'How it is made' })).getByText(
        'instance-configure',
      ),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'orders-db' }),
    ).toHaveAttribute('href', '/promises/requests/01JDZZZZZZZZZZZZZZZZZZZZZZ');
  });

  it('shows what it requires, with the state and the way there', async () => {
    renderPages(
      '/postgresql',
      fakePromisesApi({
        getPromise: async () =>
          promiseDetail({
            requirements: [
              ...promiseDetail().requirements,
              {
                name: 'redis',
                version: 'v2.0.0',
                fulfilled: false,
                state: 'Requirement not installed',
              },
            ],
          }),
      }),
    );
    const [namespace, redis] = within(
      await screen.findByRole('list', { name: 'Requirements' }),
    ).getAllByRole('listitem');
    expect(
      within(namespace).getByRole('link', { name: 'Namespace' }),
    ).toHaveAttribute('href', '/promises/namespace');
    expect(namespace).toHaveTextContent('Requirement installed');
    expect(redis).toHaveTextContent('redis v2.0.0Requirement not installed');
    expect(within(redis).queryByRole('link')).toBeNull();
  });

  it('says of one without an API who builds on it, and offers no order', async () => {
    renderPages(
      '/company-standards',
      fakePromisesApi({
        getPromise: async () =>
          promiseDetail({
            name: 'company-standards',
            title: 'Company standards',
            api: undefined,
            schema: undefined,
            orderable: false,
            requirements: [],
          }),
        listPromises: async () => ({
          items: [
            promiseCard({
              requirements: [
                {
                  name: 'company-standards',
                  fulfilled: true,
                  state: 'Requirement installed',
                },
              ],
            }),
            promiseCard({ name: 'redis', title: 'Redis' }),
          ],
          total: 2,
          facets: { categories: [], tags: [], owners: [] },
        }),
      }),
    );
    const users = await screen.findByRole('list', { name: 'Required by' });
    expect(
      within(users)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['PostgreSQL']);
    expect(
      screen.getByText(/it brings what other Promises build on/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Order' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Order' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Its requests' })).toBeNull();
  });

  it('says what is wrong with a bad one, at its path', async () => {
    renderPages(
      '/postgresql',
      fakePromisesApi({
        getPromise: async () =>
          promiseDetail({
            orderable: false,
            availability: {
              state: 'Invalid',
              reason: 'Invalid',
              message: 'Its definition has an error.',
            },
            findings: [
              { severity: 'warning', message: 'has no version' },
              {
                severity: 'error',
                path: 'spec.api',
                message: 'must be a CRD',
              },
            ],
          }),
      }),
    );
    const findings = await screen.findByRole('list', { name: 'Findings' });
    expect(
      within(findings)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['spec.api must be a CRD', 'has no version']);
    expect(
      screen.getAllByText('Its definition has an error.')[0],
    ).toBeVisible();
    const order = screen.getByRole('button', { name: 'Order' });
    expect(order).toHaveAttribute('aria-disabled', 'true');
    expect(order).toHaveAccessibleDescription('Its definition has an error.');
  });

  it('finds a Promise that is called like a page', async () => {
    const api = fakePromisesApi();
    renderPages('/~requests', api);
    await screen.findByRole('heading', { name: 'PostgreSQL' });
    expect(api.getPromise).toHaveBeenCalledWith('requests', expect.anything());
  });

  it('says that there is none, and where to go', async () => {
    const missing = await responseError(404, { message: 'No Promise x' });
    renderPages(
      '/x',
      fakePromisesApi({
        getPromise: async () => {
          throw missing;
        },
      }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'The Promise x was not found',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'To the marketplace' }),
    ).toHaveAttribute('href', '/promises');
  });
});
