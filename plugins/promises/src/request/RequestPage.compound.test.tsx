import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PromisesApi,
  RequestReference,
  RequestState,
  ResourceRequestDetail,
  StreamEventsOptions,
} from '@promissory/plugin-promises-common';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import {
  childRequest,
  requestDetail,
  resourceRequest,
  run,
} from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

const UID = '01JDZZZZZZZZZZZZZZZZZZZZZZ';
const PARENT_UID = '01JDPPPPPPPPPPPPPPPPPPPPPP';
const CHILD_UID = '01JDCCCCCCCCCCCCCCCCCCCCCC';
const DATABASE_UID = '01JDDDDDDDDDDDDDDDDDDDDDDD';

const state = (more: Partial<RequestState>): RequestState => ({
  ...resourceRequest().state,
  ...more,
});

const database = childRequest({
  uid: DATABASE_UID,
  promise: { name: 'postgresql', title: 'PostgreSQL', icon: 'database' },
  name: 'shop-db',
  state: state({
    name: 'Failed',
    reason: 'PipelineFailed',
    message: 'The container render failed with exit code 1.',
  }),
});

const taken = childRequest({
  uid: undefined,
  name: 'shop-ci',
  namespace: 'tools',
  promise: { name: 'ci-pipeline', title: 'CI pipeline', icon: 'ci' },
  state: undefined,
  problem: {
    reason: 'ChildNameTaken',
    message: 'The name is held by a request of group:default/mobile.',
  },
});

const parent: RequestReference = {
  uid: PARENT_UID,
  promise: {
    name: 'production-ready-microservice',
    title: 'Production-ready microservice',
  },
  namespace: 'default',
  name: 'shop',
  state: state({}),
};

function compound(
  more: Partial<ResourceRequestDetail> = {},
): ResourceRequestDetail {
  return requestDetail({
    name: 'shop',
    state: state({
      name: 'Failed',
      reason: 'ChildFailed',
      message: 'postgresql default/shop-db failed.',
    }),
    children: [childRequest(), database],
    ...more,
  });
}

function show(
  request: ResourceRequestDetail,
  more: Partial<PromisesApi> = {},
  address = `/requests/${UID}`,
) {
  const api = fakePromisesApi({ getRequest: async () => request, ...more });
  renderPages(address, api);
  return api;
}

describe('page of a request with children', () => {
  it('shows what it consists of, how many are delivered, and each cause in words', async () => {
    show(compound({ children: [childRequest(), database, taken] }));
    const section = await screen.findByRole('region', {
      name: 'What it consists of',
    });
    expect(section).toHaveTextContent('1 of 3 delivered');
    const items = within(
      within(section).getByRole('list', { name: 'Children of shop' }),
    ).getAllByRole('listitem');
    expect(items).toHaveLength(3);
    expect(
      within(items[0]).getByRole('link', {
        name: 'Monitoring orders-monitoring',
      }),
    ).toHaveAttribute('href', `/promises/requests/${CHILD_UID}`);
    expect(items[0]).toHaveTextContent('Delivered');
    expect(items[1]).toHaveTextContent(
      'The container render failed with exit code 1.',
    );
    expect(items[2]).toHaveTextContent('CI pipeline shop-ci in tools');
    expect(items[2]).toHaveTextContent('ChildNameTaken');
    expect(items[2]).toHaveTextContent('group:default/mobile');
    expect(within(items[2]).queryByRole('link')).toBeNull();
  });

  it('has no such part where there are no children', async () => {
    show(requestDetail());
    await screen.findByRole('region', { name: 'State' });
    expect(
      screen.queryByRole('region', { name: 'What it consists of' }),
    ).toBeNull();
    expect(screen.queryByRole('navigation', { name: 'Part of' })).toBeNull();
  });

  it('leads from its state to the child where the trouble began', async () => {
    show(
      compound({
        children: [
          childRequest({
            name: 'platform',
            state: state({ name: 'Failed', reason: 'ChildFailed' }),
            children: [database],
          }),
        ],
      }),
    );
    const banner = await screen.findByRole('region', { name: 'State' });
    expect(banner).toHaveTextContent(
      'Because of platform (Monitoring), there of shop-db (PostgreSQL)',
    );
    expect(
      within(banner).getByRole('link', { name: 'shop-db' }),
    ).toHaveAttribute('href', `/promises/requests/${DATABASE_UID}`);
  });

  it('opens what is not well by itself, and what is well on demand', async () => {
    show(
      compound({
        children: [
          childRequest({ name: 'well', children: [childRequest()] }),
          childRequest({
            uid: PARENT_UID,
            name: 'unwell',
            state: state({ name: 'Degraded', reason: 'ChildFailed' }),
            children: [database],
          }),
        ],
      }),
    );
    await screen.findByRole('link', { name: 'Monitoring unwell' });
    expect(
      screen.getByRole('list', { name: 'Children of Monitoring unwell' }),
    ).toBeVisible();
    const toggle = screen.getByRole('button', {
      name: 'What Monitoring well consists of',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getByRole('list', { name: 'Children of Monitoring well' }),
    ).toBeVisible();
  });

  it('follows its children live, without showing less meanwhile', async () => {
    let current = compound({ state: state({ name: 'Delivering' }) });
    const streams: StreamEventsOptions[] = [];
    show(current, {
      getRequest: async () => current,
      streamEvents: options => {
        streams.push(options);
        options.onConnectionState?.('open');
        return new Promise(() => {});
      },
    });
    await screen.findByText('1 of 2 delivered');
    await waitFor(() =>
      expect(streams.at(-1)?.topics).toEqual([`request:${UID}`]),
    );
    // Not before: opening a stream reads the request as well.
    current = compound({
      state: state({}),
      children: [childRequest(), { ...database, state: state({}) }],
    });
    streams.at(-1)?.onEvent({
      position: '9',
      type: 'RequestChildChanged',
      version: 1,
      at: '2026-01-01T12:00:00Z',
      requestUid: UID,
      payload: {},
    });
    expect(screen.getByText('1 of 2 delivered')).toBeVisible();
    expect(await screen.findByText('2 of 2 delivered')).toBeVisible();
  });

  it('says in the dialog which requests go with it', async () => {
    show(
      compound({ children: [childRequest({ children: [database] }), taken] }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('orders-monitoring of Monitoring');
    expect(dialog).toHaveTextContent('shop-db of PostgreSQL');
    expect(dialog).not.toHaveTextContent('shop-ci');
    expect(dialog).not.toHaveTextContent('orders it again');
  });

  it('does not offer to retry it where only a child failed', async () => {
    show(compound());
    expect(
      await screen.findByRole('button', { name: 'Retry' }),
    ).toHaveAccessibleDescription(/Retry the request that did/);
  });
});

describe('page of a child', () => {
  const child = (more: Partial<ResourceRequestDetail> = {}) =>
    requestDetail({
      parentUid: PARENT_UID,
      origin: 'parent',
      ancestors: [parent],
      ...more,
    });

  it('says what it is part of and leads back, and where to change it', async () => {
    show(child());
    const trail = await screen.findByRole('navigation', { name: 'Part of' });
    expect(within(trail).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      `/promises/requests/${PARENT_UID}`,
    );
    expect(trail).toHaveTextContent('Production-ready microservice');
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Change shop instead' }),
    ).toHaveAttribute('href', `/promises/requests/${PARENT_UID}`);
  });

  it('can be reconciled and retried', async () => {
    const api = show(child({ state: state({ name: 'Failed', reason: 'x' }) }));
    await userEvent.click(await screen.findByRole('button', { name: 'Retry' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reconcile' }));
    await waitFor(() => expect(api.actOnRequest).toHaveBeenCalledTimes(2));
  });

  it('says before it is deleted that its parent orders it again', async () => {
    show(child());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'shop (Production-ready microservice) orders it again as soon as it is gone',
    );
  });

  it('does not name relatives that the person may not see', async () => {
    show(child({ ancestors: [] }));
    expect(
      await screen.findByText('Part of a request that you may not see.'),
    ).toBeVisible();
    expect(screen.getByText(/It belongs to another request/)).toBeVisible();
  });

  it('has no form, and says where there is one', async () => {
    show(child(), {}, `/requests/${UID}/change`);
    expect(
      await screen.findByText(/It belongs to another request/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Change shop instead' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review' })).toBeNull();
  });
});

describe('pausing', () => {
  it('is offered where the platform knows it, and undone', async () => {
    let current = requestDetail();
    const api = show(current, {
      getRequest: async () => current,
      actOnRequest: async () => {
        current = requestDetail({ state: state({ name: 'Paused' }) });
        return current;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume' }),
    );
    expect(api.actOnRequest.mock.calls.map(([, verb]) => verb)).toEqual([
      'pause',
      'resume',
    ]);
  });

  it('is absent where the platform does not know it', async () => {
    show(
      requestDetail({
        can: { update: true, delete: true, retry: true, reconcile: true },
      }),
    );
    await screen.findByRole('button', { name: 'Reconcile' });
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });
});

describe('broken rules', () => {
  const violations: RequestState['violations'] = [
    {
      rule: 'two-replicas',
      policy: 'company-standards',
      severity: 'error',
      message: 'Production needs at least two replicas.',
      path: 'spec.replicas',
    },
    {
      rule: 'read-only-root',
      severity: 'warning',
      message: 'The root file system can be written to.',
      document: 'Deployment shop/orders',
      file: 'app/deployment.yaml',
    },
  ];
  const broken = (more: Partial<ResourceRequestDetail> = {}) =>
    requestDetail({
      state: state({ name: 'Failed', reason: 'PolicyViolation', violations }),
      ...more,
    });

  it('are listed with the rule and the way to the field', async () => {
    show(broken());
    const section = await screen.findByRole('region', {
      name: 'Rules that it breaks',
    });
    expect(section).toHaveTextContent('1 error, 1 warning');
    const [error, warning] = within(section).getAllByRole('listitem');
    expect(error).toHaveTextContent(
      'Error: Production needs at least two replicas.',
    );
    expect(error).toHaveTextContent(
      'rule two-replicas of the policy company-standards',
    );
    expect(
      within(error).getByRole('link', { name: 'Change spec.replicas' }),
    ).toHaveAttribute(
      'href',
      `/promises/requests/${UID}/change?field=spec.replicas`,
    );
    expect(warning).toHaveTextContent('Warning: The root file system');
    expect(warning).toHaveTextContent('Deployment shop/orders');
    expect(warning).toHaveTextContent('file app/deployment.yaml');
  });

  it('are not said again by the run and its step', async () => {
    const message = 'spec.replicas: Production needs at least two replicas.';
    const failed = run({ state: 'Failed', message });
    show(
      broken({
        runs: [
          {
            ...failed,
            steps: failed.steps.map(step => ({
              ...step,
              state: 'Failed' as const,
              message,
            })),
          },
        ],
      }),
    );
    const progress = await screen.findByRole('region', { name: 'Progress' });
    expect(progress).toHaveTextContent('rules that are listed above');
    expect(progress).not.toHaveTextContent('at least two replicas');
  });

  it('name the field without a link where the person may not change it', async () => {
    show(broken({ parentUid: PARENT_UID, ancestors: [parent] }));
    const list = await screen.findByRole('list', { name: 'Broken rules' });
    expect(list).toHaveTextContent('field spec.replicas');
    expect(within(list).queryByRole('link')).toBeNull();
  });

  it('stand at their field in the form until it is changed', async () => {
    sessionStorage.clear();
    show(broken(), {}, `/requests/${UID}/change?field=spec.replicas`);
    const replicas = await screen.findByRole('textbox', { name: 'Replicas' });
    await waitFor(() => expect(replicas).toHaveFocus());
    expect(replicas).toHaveAccessibleDescription(
      /Production needs at least two replicas/,
    );
    expect(screen.getByText('There is one problem')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Rules that it breaks' }),
    ).toHaveTextContent('The root file system can be written to.');

    await userEvent.clear(replicas);
    await userEvent.type(replicas, '3');
    await waitFor(() =>
      expect(screen.queryByText('There is one problem')).toBeNull(),
    );
    await userEvent.clear(replicas);
    await userEvent.type(replicas, '1');
    expect(await screen.findByText('There is one problem')).toBeVisible();
  });
});
