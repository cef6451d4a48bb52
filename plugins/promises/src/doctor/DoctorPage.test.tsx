import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakePromisesApi } from '../__testUtils__/fakePromisesApi';
import { doctorReport } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';
import { responseError } from '../__testUtils__/responseError';

describe('DoctorPage', () => {
  it('shows each part in its area, with the lines that mend it', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    renderPages('/doctor', fakePromisesApi());
    const catalog = await screen.findByRole('region', { name: 'Catalog' });
    expect(catalog).toHaveTextContent(
      'No rule of the catalog allows the kind Promise.',
    );
    expect(catalog).toHaveTextContent('In app-config.yaml');
    await user.click(
      within(catalog).getByRole('button', { name: 'Copy what mends Promise' }),
    );
    expect(copied).toHaveBeenCalledWith(
      'catalog:\n  rules:\n    - allow: [Promise]',
    );
    expect(
      screen.getByText(/1 error, 1 warning, 1 of 3 parts are well/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'GitStateStore/platform' }),
    ).toHaveAttribute('href', '/catalog/default/gitstatestore/platform');
  });

  it('leaves out what is well, and keeps that in the address', async () => {
    renderPages('/doctor', fakePromisesApi());
    await screen.findByRole('region', { name: 'Delivery' });
    await userEvent.click(
      screen.getByRole('switch', { name: 'Only problems' }),
    );
    expect(screen.queryByRole('region', { name: 'Delivery' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Backend' })).toBeVisible();
  });

  it('says so where nothing is wrong', async () => {
    const [, well] = doctorReport().checks;
    renderPages(
      '/doctor?problems=true',
      fakePromisesApi({
        getDoctor: async () => doctorReport({ status: 'ok', checks: [well] }),
      }),
    );
    expect(await screen.findByText('Nothing is wrong')).toBeVisible();
    expect(
      screen.getByText('Every part of this installation is well.'),
    ).toBeVisible();
  });

  it('looks again, and keeps the last report where that fails', async () => {
    const api = fakePromisesApi();
    renderPages('/doctor', api);
    await screen.findByRole('region', { name: 'Catalog' });
    api.getDoctor.mockRejectedValue(
      await responseError(503, { message: 'The backend starts.' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('What you see may be old')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Catalog' })).toBeVisible();
    expect(api.getDoctor).toHaveBeenCalledTimes(2);
  });

  it('says that it is looking', async () => {
    renderPages(
      '/doctor',
      fakePromisesApi({ getDoctor: () => new Promise(() => {}) }),
    );
    expect(
      await screen.findByText('Loading the report of the doctor'),
    ).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    const error = await responseError(403, {
      message: 'You may not see how this installation is.',
      permission: 'promises.doctor.read',
    });
    renderPages(
      '/doctor',
      fakePromisesApi({
        getDoctor: async () => {
          throw error;
        },
      }),
    );
    expect(await screen.findByText('promises.doctor.read')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull();
  });
});
