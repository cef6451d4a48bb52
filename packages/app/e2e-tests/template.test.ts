import { expect } from '@playwright/test';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RequestStatus } from './pages/RequestStatus.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';

test('a template makes a repository and orders what its service needs', async ({
  page,
  portal,
  browser,
}) => {
  await signInAs(
    page,
    portal,
    'alice',
    '/create/templates/default/new-microservice',
  );
  await page.getByRole('textbox', { name: 'Name' }).fill('greeter');
  await page
    .getByRole('textbox', { name: 'What it does' })
    .fill('Greets everybody by name');
  await page.getByRole('textbox', { name: 'Team' }).click();
  await page.getByRole('option', { name: 'Web' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Cost center' }).fill('cc-1042');
  await page
    .getByRole('textbox', { name: 'Alert contact' })
    .fill('web@example.com');
  await page.getByRole('checkbox', { name: /PostgreSQL database/ }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();

  const order = page.getByRole('link', { name: 'The order' });
  await expect(order).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/default\/greeter is delivered/)).toBeVisible();
  const repository = 'repositories/github.com/example/greeter.git/HEAD';
  await stat(join(portal.examples, '..', repository));
  const task = page.url();
  const address = (await order.getAttribute('href')) ?? '';

  await page.goto(address);
  await expect(RequestStatus.on(page).state('Delivered')).toBeVisible();
  await expect(async () => {
    await page.goto(`${portal.url}/catalog/default/component/greeter`);
    await expect(page.getByText('Greets everybody by name')).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 30_000 });

  // A visitor sees neither the task, with what was filled in, nor the request.
  const other = await browser.newPage();
  await signInAs(other, portal, 'guest');
  await other.goto(task);
  await expect(other.getByText('Greets everybody by name')).toHaveCount(0);
  await expect(other.getByText(/greeter is delivered/)).toHaveCount(0);
  await other.goto(address);
  await expect(RequestStatus.on(other).state('Delivered')).toHaveCount(0);
  await other.close();
});
