import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { destination } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

describe('DestinationsPage', () => {
  it('shows where files go and what is wrong there', async () => {
    renderPages(
      '/destinations',
      fakePromisesApi({
        listDestinations: async () => ({
          items: [
            destination(),
            destination({
              name: 'prod',
              state: 'NotReady',
              message: 'The push was refused.',
              failedPlacements: 2,
              foreignFiles: { count: 3, examples: ['prod/a.yaml', 'prod/b'] },
            }),
          ],
        }),
      }),
    );
    expect(await screen.findByText('The push was refused.')).toBeVisible();
    expect(screen.getByText('2 failed')).toBeVisible();
    await userEvent.click(screen.getByText('3 files of nobody here'));
    expect(screen.getByText('prod/a.yaml')).toBeVisible();
    expect(screen.getByText('and 1 more')).toBeVisible();
    expect(screen.getAllByText('environment=dev')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  it('removes one that left the catalog, after asking', async () => {
    const api = fakePromisesApi({
      listDestinations: async () => ({
        items: [destination({ state: 'Disconnected', message: 'It left.' })],
        canDelete: true,
      }),
    });
    renderPages('/destinations', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      '3 placements go with it',
    );
    expect(api.deleteDestination).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(api.deleteDestination).toHaveBeenCalledWith('dev-cluster');
  });

  it('says what to do where there is none', async () => {
    renderPages(
      '/destinations',
      fakePromisesApi({ listDestinations: async () => ({ items: [] }) }),
    );
    expect(await screen.findByText(/Register a Destination/)).toBeVisible();
  });
});
