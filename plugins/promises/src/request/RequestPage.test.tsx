import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PromisesApi,
  ResourceRequest,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { requestDetail, resourceRequest, run } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';

const UID = '01JDZZZZZZZZZZZZZZZZZZZZZZ';

function failed(): ResourceRequestDetail {
  const [render, label] = run().steps;
  return requestDetail({
    deliveredGeneration: undefined,
    state: {
      name: 'Failed',
      reason: 'ContainerFailed',
      message: 'The container label failed with exit code 1.',
      since: '2026-01-01T12:00:00Z',
    },
    placements: [],
    runs: [
      run({
        state: 'Failed',
        steps: [
          render,
          { ...label, state: 'Failed', exitCode: 1, message: 'no such key' },
        ],
      }),
    ],
  });
}

function show(
  request: ResourceRequestDetail,
  more: Partial<PromisesApi> = {},
  query = '',
) {
  const api = fakePromisesApi({ getRequest: async () => request, ...more });
  renderPages(`/requests/${UID}${query}`, api);
  return api;
}

describe('RequestPage', () => {
  it('asks nobody about an address that can be no request', async () => {
    const api = fakePromisesApi();
    renderPages('/requests/nope', api);
    expect(
      await screen.findByRole('heading', { name: 'This page was not found' }),
    ).toBeVisible();
    expect(api.getRequest).not.toHaveBeenCalled();
  });

  it('says its state in words, with the reason, and where its files are', async () => {
    show(requestDetail());
    const state = await screen.findByRole('region', { name: 'State' });
    expect(
      within(state).getByRole('heading', { name: 'Delivered' }),
    ).toBeVisible();
    expect(state).toHaveTextContent('Two files are at dev-cluster.');
    const placements = screen.getByRole('list', { name: 'Placements' });
    expect(placements).toHaveTextContent('dev-cluster');
    expect(placements).toHaveTextContent('commit 0123456789');
    expect(
      screen.getByRole('link', { name: 'https://db.example.com' }),
    ).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('opens the log of the step that failed, with its streams apart', async () => {
    show(failed());
    const log = await screen.findByRole('log', { name: 'Log of label' });
    expect(within(log).getByText('no size given, using small')).toHaveAttribute(
      'data-stream',
      'stderr',
    );
    expect(screen.getByText('no such key (exit code 1)')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: /stdout and stderr/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'stderr' }),
    );
    expect(within(log).queryByText('reading the object')).toBeNull();
  });

  it('retries once however often it is pressed', async () => {
    let answer: (request: ResourceRequest) => void = () => {};
    const api = show(failed(), {
      actOnRequest: () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    });
    await userEvent.dblClick(
      await screen.findByRole('button', { name: 'Retry' }),
    );
    answer(resourceRequest());
    expect(api.actOnRequest).toHaveBeenCalledTimes(1);
    expect(api.actOnRequest).toHaveBeenCalledWith(UID, 'retry');
  });

  it('shows why an action was refused', async () => {
    const refused = await responseError(403, {
      message: 'You may not retry',
      permission: 'promises.request.retry',
    });
    show(failed(), {
      actOnRequest: async () => {
        throw refused;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(/You may not retry/)).toBeVisible();
  });

  it('keeps an action in view that is not permitted, and says what is missing', async () => {
    const api = show(
      requestDetail({
        can: { update: true, delete: false, retry: true, reconcile: true },
      }),
    );
    const remove = await screen.findByRole('button', { name: 'Delete' });
    expect(remove).toHaveAccessibleDescription(
      'You lack the permission promises.request.delete.',
    );
    await userEvent.click(remove);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(api.deleteRequest).not.toHaveBeenCalled();
  });

  it('deletes after its name was typed, and says what goes with it', async () => {
    const api = show(requestDetail());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('2 files on the destination dev-cluster');
    const confirm = within(dialog).getByRole('button', { name: 'Delete' });
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'orders-db');
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.deleteRequest).toHaveBeenCalledWith(UID);
  });

  it('shows what changed from one generation to the next', async () => {
    const first = requestDetail().history[0];
    show(
      requestDetail({
        generation: 2,
        history: [
          {
            ...first,
            generation: 2,
            spec: { ...first.spec, size: 'large' },
            comment: 'Christmas',
          },
          first,
        ],
      }),
      {},
      '?view=history',
    );
    const difference = await screen.findByRole('region', {
      name: 'Difference to generation 1',
    });
    expect(difference).toHaveTextContent('removed: size: small');
    expect(difference).toHaveTextContent('added: size: large');
    expect(screen.getByText('Christmas')).toBeVisible();
  });

  it('shows files with their place and commit', async () => {
    show(requestDetail(), {}, '?view=files');
    const places = await screen.findByRole('list', { name: 'Where it is' });
    expect(places).toHaveTextContent(
      'dev-cluster dev-cluster/resources/default/postgresql/orders-db/database.yaml',
    );
    expect(places).toHaveTextContent('commit 0123456789');
  });

  it('offers nothing on a request that is deleted', async () => {
    show(
      requestDetail({
        state: {
          name: 'Deleted',
          reason: 'Deleted',
          message: 'Removed with its files.',
          since: '2026-01-01T12:00:00Z',
        },
      }),
    );
    await screen.findByRole('heading', { name: 'Deleted' });
    for (const name of ['Retry', 'Reconcile', 'Change', 'Delete']) {
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    }
  });

  it('keeps what it shows when a later read fails', async () => {
    let isDown = false;
    show(failed(), {
      getRequest: async () => {
        if (isDown) {
          throw new TypeError('Failed to fetch');
        }
        return failed();
      },
    });
    const retry = await screen.findByRole('button', { name: 'Retry' });
    isDown = true;
    await userEvent.click(retry);
    expect(await screen.findByText('What you see may be old')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Failed' })).toBeVisible();
  });
});
