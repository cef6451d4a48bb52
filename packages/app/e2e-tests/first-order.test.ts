import { expect } from '@playwright/test';
import { Repository } from './git/Repository.ts';
import { countLoads } from './pages/countLoads.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { signInAs } from './people/signInAs.ts';
import { EXAMPLE_TITLES } from './portal/exampleTitles.ts';
import { test } from './portal/portalTest.ts';

test('from the marketplace to Git without a reload', async ({
  page,
  portal,
}) => {
  const loads = countLoads(page);
  const cards = page.getByRole('list', { name: 'Promises' });
  await signInAs(page, portal, 'alice');
  await expect(cards.getByRole('heading')).toHaveText(EXAMPLE_TITLES);

  await page.getByRole('button', { name: /^Data/ }).click();
  await expect(cards.getByRole('heading')).toHaveText(['PostgreSQL']);
  const search = page.getByRole('searchbox', { name: 'Search Promises' });
  await search.fill('quota');
  await expect(
    page.getByRole('heading', { name: 'Nothing matches' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await search.fill('quota');
  await expect(cards.getByRole('heading')).toHaveText(['Kubernetes namespace']);

  await cards
    .getByRole('link', { name: 'Kubernetes namespace', exact: true })
    .click();
  await expect(
    page.getByRole('region', { name: 'What you get' }).getByRole('listitem'),
  ).toHaveCount(6);
  await page.getByRole('link', { name: 'Order', exact: true }).click();

  const form = OrderForm.on(page);
  await form.field('Name of the request').fill('shop');
  await form.field('Purpose').fill('Checkout service of the web shop');
  await form.field('Team').fill('Web Team');
  await form.review();
  await expect(page.getByText('There is one problem')).toBeVisible();
  await expect(form.field('Team')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.field('Team')).toHaveAccessibleDescription(/must match/i);

  await form.field('Team').fill('web');
  await expect(page.getByText('There is one problem')).toBeHidden();
  await form.fieldIn('Quota', 'CPU').fill('8');
  await form.review();
  await expect(form.stored).toContainText('purpose: Checkout service');
  await expect(form.stored).toContainText('cpu: 8');
  // What nobody filled in is shown as it will be stored.
  await expect(form.stored).toContainText('dataClass: internal');
  await page
    .getByRole('textbox', { name: 'Comment' })
    .fill('For the new checkout');
  await form.order();

  const request = RequestStatus.on(page);
  await request.uid();
  await expect(request.state('Delivered')).toBeVisible();
  await expect(page.getByRole('region', { name: 'State' })).toContainText(
    'Written to dev-cluster',
  );
  expect(loads()).toBe(1);

  await expect(
    page.getByRole('list', { name: 'Steps of configure' }),
  ).toContainText('render');
  const log = await request.openLog('render');
  await expect(log).toContainText('namespace.yaml');

  await request.openTab('Files');
  const files = page.getByRole('navigation', { name: 'Files' });
  await files.getByRole('button', { name: /quota\.yaml/ }).click();
  await expect(request.places).toContainText('dev-cluster');
  const [path, commit] = await request.places
    .getByRole('listitem')
    .getByRole('code')
    .allTextContents();
  const repository = Repository.of(portal);
  expect(path).toBe(
    'clusters/dev/resources/default/namespace/shop/configure/5058f/quota.yaml',
  );
  const hash = await repository.resolve(commit);
  expect(await repository.read(path, hash)).toContain('limits.cpu: "8"');
  await expect(
    page.getByRole('region', { name: 'quota.yaml' }).last(),
  ).toContainText('limits.cpu: "8"');

  await request.openTab(/^History/);
  await expect(page.getByText('For the new checkout')).toBeVisible();
  expect(loads()).toBe(1);
});
