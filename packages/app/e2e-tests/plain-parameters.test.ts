import { expect } from '@playwright/test';
import { RequestStatus } from './pages/RequestStatus.ts';
import { TemplateTask } from './pages/TemplateTask.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

// What people see whose app cannot load the field of the promises plugin.
test.use({
  portalName: 'parameters',
  portalConfig: {
    promises: { catalog: { templates: { form: 'parameters' } } },
  },
});

test("an order by the scaffolder's own form, whose description says what it cannot do", async ({
  page,
  portal,
}) => {
  const field = (name: string) =>
    page.getByRole('textbox', { name, exact: true });
  await signInAs(
    page,
    portal,
    'alice',
    '/create/templates/default/promise-postgresql',
  );
  const wizard = page.getByRole('article');
  for (const loss of [
    /Rules \(CEL\) are checked when the order is placed, not in the form: spec, spec\.environment/,
    /That list entries differ is checked when the order is placed: spec\.logs, spec\.securityGroups/,
  ]) {
    await expect(wizard).toContainText(loss);
  }
  await field('Name').fill('by-parameters');
  await page.getByRole('button', { name: 'Next' }).click();

  // The fields of the schema, with its words, choices, defaults and limits.
  await expect(
    page.getByText('Name of the database on the server.'),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^Size small/i }),
  ).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: /storage/i })).toHaveValue(
    '20',
  );
  await takeScreenshots(page, { name: 'parameters-spec', fullPage: true });
  await field('Database').fill('Not valid');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText(/must match pattern/).first()).toBeVisible();
  await field('Database').fill('parcels');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Order', exact: true }).click();

  await page.goto(await TemplateTask.on(page).address('Open the request'));
  await expect(RequestStatus.on(page).state('Delivered')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Outputs' })).toContainText(
    'parcels',
  );
});
