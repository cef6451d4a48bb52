import { expect } from '@playwright/test';
import { OrderForm } from './pages/OrderForm.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';

test('from the Create page to delivered, with the form of the marketplace', async ({
  page,
  portal,
}, testInfo) => {
  const picture = (name: string) =>
    page.screenshot({
      path: testInfo.outputPath(`${name}.png`),
      fullPage: true,
    });
  await signInAs(page, portal, 'alice', '/create');
  await expect(page.getByText('PostgreSQL', { exact: true })).toBeVisible();
  await picture('create');

  await page.goto(`${portal.url}/create/templates/default/promise-namespace`);
  const form = OrderForm.on(page);
  await form.field('Name of the request').fill('by-template');
  await form.field('Purpose').fill('Ordered in the wizard');
  await form.field('Team').fill('Web Team');
  await form.review();
  // What admission refuses stands at its field, and the wizard does not go on.
  await expect(form.field('Team')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.field('Name of the request')).toHaveValue('by-template');
  await picture('create-form');

  await form.field('Team').fill('web');
  await form.review();
  await expect(page.getByRole('button', { name: 'Order' })).toBeVisible();
  await picture('create-review');
  await page.getByRole('button', { name: 'Order' }).click();
  await expect(
    page.getByRole('link', { name: 'Open the request' }),
  ).toBeVisible({ timeout: 60_000 });
  await picture('create-delivered');
  const link = page.getByRole('link', { name: 'Open the request' });
  // The link opens a tab of its own, in which nobody has signed in.
  await page.goto((await link.getAttribute('href')) ?? '');
  await expect(
    page.getByRole('heading', { name: 'by-template' }).first(),
  ).toBeVisible();
  await expect(page.getByText('Delivered').first()).toBeVisible();
});
