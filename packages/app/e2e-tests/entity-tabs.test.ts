import { expect } from '@playwright/test';
import { RequestStatus } from './pages/RequestStatus.ts';
import { apiAs } from './people/apiAs.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';

test('a Promise in the catalog shows its requests, live, and leads to the form', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'alice', '/catalog/default/promise/namespace');
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Requests' })
    .click();
  const requests = page.getByRole('region', { name: 'Requests' });
  await expect(requests).toBeVisible();
  await expect(requests.getByRole('row', { name: /^seen/ })).toHaveCount(0);

  const alice = await apiAs(portal, 'alice');
  await alice.put('promises/namespace/requests/default/seen', {
    data: { spec: { purpose: 'Seen in the catalog', team: 'web' } },
  });
  await alice.dispose();
  const row = requests.getByRole('row', { name: /^seen/ });
  await expect(row).toContainText('Delivered');
  await row.getByRole('link', { name: 'seen' }).click();
  await expect(RequestStatus.on(page).state('Delivered')).toBeVisible();

  await page.goBack();
  await requests.getByRole('link', { name: 'Order' }).click();
  await expect(page).toHaveURL(/\/promises\/namespace\/order$/);
  await expect(
    page.getByRole('heading', { name: 'Order Kubernetes namespace' }),
  ).toBeVisible();
});
