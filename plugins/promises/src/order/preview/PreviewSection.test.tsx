import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Preview,
  PreviewedRequest,
  PromisesApi,
} from '@promissory/plugin-promises-common';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { promisesApiRef } from '@promissory/plugin-promises-react';
import { fakePromisesApi } from '../../__testUtils__/fakePromisesApi';
import { preview } from '../../__testUtils__/preview';
import { PreviewSection } from './PreviewSection';

const draft = {
  namespace: 'default',
  name: 'orders',
  owner: 'group:default/web',
  spec: { size: 'small' },
  comment: '',
};

describe('PreviewSection', () => {
  const [request] = preview().requests;
  async function show(
    previewRequest: PromisesApi['previewRequest'],
    isChange = false,
  ) {
    await renderInTestApp(
      <TestApiProvider
        apis={[[promisesApiRef, fakePromisesApi({ previewRequest })]]}
      >
        <PreviewSection
          promise="postgresql"
          draft={draft}
          isChange={isChange}
        />
      </TestApiProvider>,
    );
  }
  const showing = (more: Partial<Preview>) => show(async () => preview(more));

  it('lists what comes, each file to be opened', async () => {
    await showing({});
    expect(await screen.findByText('PostgreSQL orders')).toBeInTheDocument();
    const summary = screen.getByText('1 file new');
    await userEvent.click(summary);
    expect(
      screen.getByText(
        'clusters/dev/resources/default/postgresql/orders/database.yaml',
      ),
    ).toBeVisible();
    expect(screen.getByText('dev-cluster')).toBeInTheDocument();
  });

  it('shows what changes in a file', async () => {
    await showing({
      requests: [
        {
          ...request,
          change: 'Changed',
          files: [
            {
              destination: 'dev-cluster',
              path: 'database.yaml',
              change: 'Changed',
              before: 'size: small\n',
              after: 'size: large\n',
            },
          ],
        },
      ],
    });
    const difference = await screen.findByRole('region', {
      name: 'Difference in database.yaml',
      hidden: true,
    });
    expect(difference).toHaveTextContent('removed: size: small');
    expect(difference).toHaveTextContent('added: size: large');
  });

  it.each<[string, PreviewedRequest['outcome'], 'error' | 'warning', string]>([
    ['that stop it', 'Failed', 'error', 'As it is, the order would fail.'],
    ['that do not', 'Complete', 'warning', 'delivered all the same'],
  ])('shows broken rules %s', async (_, outcome, severity, words) => {
    await showing({
      isComplete: outcome === 'Complete',
      requests: [
        {
          ...request,
          outcome,
          violations: [
            {
              rule: 'owner',
              severity,
              message: 'Name a cost centre',
              path: 'spec.costCentre',
            },
          ],
        },
      ],
    });
    const rules = await screen.findByRole('list', { name: 'Broken rules' });
    expect(within(rules).getByText('Name a cost centre')).toBeInTheDocument();
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
  });

  it('says what is not known before the order', async () => {
    await showing({
      isComplete: false,
      notes: ['Parts that you may not read are not shown'],
      requests: [{ ...request, outcome: 'Unknown', message: 'Other images' }],
    });
    expect(
      await screen.findByText('Not everything is known before it is ordered'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Parts that you may not read are not shown/),
    ).toBeInTheDocument();
  });

  it('tells that it failed, and tries again', async () => {
    let isWell = false;
    await show(async () => {
      if (!isWell) throw new Error('The preview took too long');
      return preview();
    });
    expect(
      await screen.findByText(/The preview took too long/),
    ).toBeInTheDocument();
    isWell = true;
    await userEvent.click(screen.getByRole('button', { name: /again/i }));
    expect(await screen.findByText('PostgreSQL orders')).toBeInTheDocument();
  });
});
