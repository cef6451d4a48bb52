import { expect } from '@playwright/test';
import { RequestStatus } from './pages/RequestStatus.ts';
import { TemplateTask } from './pages/TemplateTask.ts';
import { signInAs } from './people/signInAs.ts';
import { Repository } from './git/Repository.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

test('a template makes three orders, each from what came of the one before', async ({
  page,
  portal,
}) => {
  await signInAs(
    page,
    portal,
    'alice',
    '/create/templates/default/namespace-with-database',
  );
  const field = (name: string) => page.getByRole('textbox', { name });
  await field('Name').fill('parcel-tracking');
  await field('Purpose').fill('Where is my parcel');
  await field('Team').click();
  await page.getByRole('option', { name: 'Web' }).click();
  await field('Cost center').fill('cc-1042');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();

  // The log streams: the first step is told before the last has ended.
  const task = TemplateTask.on(page);
  const last = page.getByRole('link', { name: 'The network policies' });
  await page.getByRole('button', { name: 'Show Logs' }).click();
  await expect(task.line(/Step configure/)).toBeVisible();
  await expect(last).toHaveCount(0);
  await expect(last).toBeVisible({ timeout: 60_000 });
  await takeScreenshots(page, { name: 'three-orders', variants: true });
  await expect(
    page.getByText('parcel-tracking/parcel-tracking-connection'),
  ).toBeVisible();

  const pages = [
    ['The namespace', 'namespace', 'parcel-tracking'],
    [
      'The database',
      'connectionSecret',
      'parcel-tracking/parcel-tracking-connection',
    ],
    ['The network policies', 'namespace', 'parcel-tracking'],
  ] as const;
  const addresses: string[] = [];
  for (const [title] of pages) {
    addresses.push(await task.address(title));
  }
  expect(new Set(addresses).size).toBe(3);
  for (const [index, [, output, value]] of pages.entries()) {
    await page.goto(addresses[index]);
    await expect(RequestStatus.on(page).state('Delivered')).toBeVisible();
    const outputs = page.getByRole('region', { name: 'Outputs' });
    await expect(outputs).toContainText(output);
    await expect(outputs).toContainText(value);
  }
  const files = await Repository.of(portal).files();
  expect(
    files.filter(file => file.includes('parcel-tracking')).length,
  ).toBeGreaterThan(3);
});
