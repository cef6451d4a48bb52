import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PromisesApi,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { requestDetail } from '../__testUtils__/fixtures';
import { preview } from '../__testUtils__/preview';
import { renderPages } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';

const ADDRESS = '/requests/01JDZZZZZZZZZZZZZZZZZZZZZZ/change';

describe('ChangePage', () => {
  beforeEach(() => sessionStorage.clear());

  async function reviewChange(api: PromisesApi) {
    renderPages(ADDRESS, api);
    const databaseName = await screen.findByRole('textbox', {
      name: /Database name/,
    });
    expect(databaseName).toHaveValue('orders');
    await userEvent.clear(databaseName);
    await userEvent.type(databaseName, 'invoices');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    return screen.findByRole('region', {
      name: 'Difference to the request as it is',
    });
  }

  it('sends what changed against what was read', async () => {
    const api = fakePromisesApi();
    const difference = await reviewChange(api);
    expect(difference).toHaveTextContent('removed: databaseName: orders');
    expect(difference).toHaveTextContent('added: databaseName: invoices');
    expect(difference).not.toHaveTextContent('removed: size');

    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    await waitFor(() =>
      expect(api.putRequest).toHaveBeenCalledWith({
        promise: 'postgresql',
        namespace: 'default',
        name: 'orders-db',
        ifMatch: '"1"',
        body: {
          spec: { size: 'small', databaseName: 'invoices', replicas: 1 },
          owner: 'group:default/web',
        },
      }),
    );
  });

  it('says which parts go', async () => {
    const [request] = preview().requests;
    await reviewChange(
      fakePromisesApi({
        previewRequest: async () =>
          preview({
            requests: [
              { ...request, change: 'Changed' },
              { ...request, name: 'orders-dev', depth: 1, change: 'Deleted' },
            ],
          }),
      }),
    );
    const region = screen.getByRole('region', { name: 'What becomes of it' });
    expect(
      await within(region).findByText(
        '1 part is deleted, with all that is in it',
      ),
    ).toBeInTheDocument();
    expect(
      within(region).getAllByText('PostgreSQL orders-dev'),
    ).not.toHaveLength(0);
  });

  it('keeps the input when somebody else was faster, and goes on from their version', async () => {
    const overtaken = await responseError(412, {
      message: 'The request has the etag "2"',
    });
    let current: ResourceRequestDetail = requestDetail();
    const api = fakePromisesApi({
      getRequest: async () => current,
      putRequest: async ({ ifMatch }) => {
        if (ifMatch !== current.etag) {
          throw overtaken;
        }
        return current;
      },
    });
    await reviewChange(api);
    current = requestDetail({
      generation: 2,
      etag: '"2"',
      spec: { size: 'large', databaseName: 'orders', replicas: 1 },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));

    expect(
      await screen.findByRole('region', { name: 'What somebody else changed' }),
    ).toHaveTextContent('added: size: large');
    expect(screen.getByRole('alert')).toHaveTextContent('Your input is kept.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Go on from the new version' }),
    );
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the form' }),
    );
    expect(
      await screen.findByRole('textbox', { name: /Database name/ }),
    ).toHaveValue('invoices');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change' }),
    );
    await waitFor(() =>
      expect(api.putRequest).toHaveBeenLastCalledWith(
        expect.objectContaining({ ifMatch: '"2"' }),
      ),
    );
  });

  it('says which permission is missing instead of a form', async () => {
    renderPages(
      ADDRESS,
      fakePromisesApi({
        getRequest: async () =>
          requestDetail({
            can: {
              update: false,
              delete: false,
              retry: false,
              reconcile: false,
            },
          }),
      }),
    );
    expect(
      await screen.findByText(
        'You lack the permission promises.request.update.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review' })).toBeNull();
  });
});
