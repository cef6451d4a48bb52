import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PromisesApi,
  ResourceRequest,
} from '@promissory/plugin-promises-common';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { promiseDetail, resourceRequest } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';

describe('OrderPage', () => {
  beforeEach(() => sessionStorage.clear());

  async function fillIn(api: PromisesApi) {
    const rendered = renderPages('/postgresql/order', api);
    const name = await screen.findByRole('textbox', {
      name: /Name of the request/,
    });
    await userEvent.clear(name);
    await userEvent.type(name, 'orders-db');
    await userEvent.click(await screen.findByRole('radio', { name: 'small' }));
    return rendered;
  }

  async function review(api: PromisesApi) {
    const rendered = await fillIn(api);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await screen.findByRole('heading', { name: 'What you order' });
    return rendered;
  }

  it('orders what was reviewed, once, and shows the request', async () => {
    let answer: (request: ResourceRequest) => void = () => {};
    const api = fakePromisesApi({
      putRequest: () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    });
    await review(api);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Comment/ }),
      'For the shop',
    );
    await userEvent.dblClick(screen.getByRole('button', { name: 'Order' }));
    answer(resourceRequest());

    expect(await screen.findByRole('region', { name: 'State' })).toBeVisible();
    expect(api.putRequest).toHaveBeenCalledTimes(1);
    expect(api.putRequest).toHaveBeenCalledWith({
      promise: 'postgresql',
      namespace: 'default',
      name: 'orders-db',
      mustBeNew: true,
      body: {
        spec: { size: 'small' },
        owner: 'group:default/web',
        comment: 'For the shop',
      },
    });
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not go on with a bad name or a bad spec', async () => {
    const api = fakePromisesApi();
    renderPages('/postgresql/order', api);
    const name = await screen.findByRole('textbox', {
      name: /Name of the request/,
    });
    await userEvent.clear(name);
    await userEvent.type(name, 'Orders');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(screen.getByText(/Only small letters/)).toBeVisible();
    expect(await screen.findByText('Size is required')).toBeVisible();
    expect(api.validateRequest).not.toHaveBeenCalled();
  });

  it('shows what the server found at the fields, and the rest above', async () => {
    await fillIn(
      fakePromisesApi({
        validateRequest: async () => ({
          valid: false,
          errors: [
            {
              path: 'spec.databaseName',
              reason: 'FieldValueInvalid',
              message: 'is reserved',
            },
            {
              path: 'metadata.name',
              reason: 'FieldValueInvalid',
              message: 'is not allowed here',
            },
            {
              path: 'metadata.labels',
              reason: 'FieldValueInvalid',
              message: 'too many',
            },
          ],
          object: {},
        }),
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(await screen.findByText('metadata.labels: too many')).toBeVisible();
    expect(screen.getByText('is not allowed here')).toBeVisible();
    expect(screen.getAllByText(/is reserved/).length).toBeGreaterThan(0);
  });

  it('says that a name is taken and keeps what was entered', async () => {
    const taken = await responseError(409, {
      message: 'The request default/orders-db exists',
    });
    const api = fakePromisesApi({
      putRequest: async () => {
        throw taken;
      },
    });
    await review(api);
    await userEvent.click(screen.getByRole('button', { name: 'Order' }));
    expect(
      await screen.findByText(/The request default\/orders-db exists/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the form' }),
    );
    expect(
      screen.getByRole('textbox', { name: /Name of the request/ }),
    ).toHaveValue('orders-db');
    expect(await screen.findByRole('radio', { name: 'small' })).toBeChecked();
  });

  it('leads to a name that is wrong where nothing else is', async () => {
    const api = fakePromisesApi();
    await fillIn(api);
    const name = screen.getByRole('textbox', { name: /Name of the request/ });
    await userEvent.clear(name);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(name).toHaveFocus();
    expect(api.validateRequest).not.toHaveBeenCalled();
  });

  it('says at its field that a name is taken, until another one is typed', async () => {
    const message = 'The request default/orders-db exists';
    const taken = await responseError(409, {
      message,
      errors: [
        { path: 'metadata.name', reason: 'FieldValueDuplicate', message },
      ],
    });
    const api = fakePromisesApi({
      putRequest: async () => {
        throw taken;
      },
    });
    await review(api);
    await userEvent.click(screen.getByRole('button', { name: 'Order' }));
    const name = await screen.findByRole('textbox', {
      name: /Name of the request/,
    });
    expect(name).toHaveAccessibleDescription(/orders-db exists/);
    await userEvent.type(name, '2');
    expect(name).not.toHaveAccessibleDescription(/exists/);
  });

  it('may send the same again after an answer was lost', async () => {
    const attempts: unknown[] = [];
    const api = fakePromisesApi({
      putRequest: async ({ mustBeNew }) => {
        attempts.push(mustBeNew);
        if (attempts.length === 1) {
          throw new TypeError('Failed to fetch');
        }
        return resourceRequest();
      },
    });
    await review(api);
    await userEvent.click(screen.getByRole('button', { name: 'Order' }));
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: 'Order' }));
    await waitFor(() => expect(attempts).toEqual([true, false]));
  });

  it('keeps the draft of this tab until it is thrown away', async () => {
    const rendered = await fillIn(fakePromisesApi());
    rendered.unmount();
    renderPages('/postgresql/order', fakePromisesApi());
    expect(
      await screen.findByText('This is your draft from before'),
    ).toBeVisible();
    expect(
      screen.getByRole('textbox', { name: /Name of the request/ }),
    ).toHaveValue('orders-db');

    await userEvent.click(screen.getByRole('button', { name: 'Begin anew' }));
    expect(
      screen.getByRole('textbox', { name: /Name of the request/ }),
    ).toHaveDisplayValue(/^postgresql-/);
    expect(
      await screen.findByRole('radio', { name: 'small' }),
    ).not.toBeChecked();
  });

  it('hides namespace and owner where there is no choice, and offers them where there is', async () => {
    const rendered = renderPages('/postgresql/order', fakePromisesApi());
    expect(await screen.findByText(/In the namespace default/)).toBeVisible();
    expect(
      screen.queryByText('Who may change and delete it later.'),
    ).toBeNull();
    rendered.unmount();

    renderPages(
      '/postgresql/order',
      fakePromisesApi({
        getPromise: async () =>
          promiseDetail({
            namespaces: [
              {
                namespace: 'default',
                owners: ['group:default/web', 'group:default/shop'],
              },
              { namespace: 'team-web', owners: ['group:default/web'] },
            ],
          }),
      }),
    );
    expect(
      await screen.findByRole('button', { name: /default Namespace/ }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /web Owner/ })).toBeVisible();
  });

  it('shows no form where nothing can be ordered', async () => {
    renderPages(
      '/postgresql/order',
      fakePromisesApi({
        getPromise: async () =>
          promiseDetail({
            orderable: false,
            deniedPermission: 'promises.request.create',
          }),
      }),
    );
    expect(
      await screen.findByText(
        'You lack the permission promises.request.create.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review' })).toBeNull();
  });
});
