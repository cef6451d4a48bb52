import { expect } from '@playwright/test';
import { expectAccessible } from './accessibility/expectAccessible.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { apiAs } from './people/apiAs.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

// Every page is looked at by axe, and pictured for the documentation.
test.use({ portalName: 'pages' });
test.describe.configure({ mode: 'serial' });

test('sign-in', async ({ page, portal }) => {
  await page.goto(portal.url);
  await expect(page.getByText('Alice Araujo')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'sign-in' });
});

test('marketplace', async ({ page, portal }) => {
  await signInAs(page, portal, 'alice');
  await expect(
    page.getByRole('link', { name: 'Order PostgreSQL' }),
  ).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'marketplace', variants: true });
});

test('form, review and request', async ({ page, portal }) => {
  await signInAs(page, portal, 'alice', '/promises/namespace/order');
  const form = OrderForm.on(page);
  await form.fillInExample();
  await form.field('Name of the request').fill('shop');
  await expect(form.field('Team')).toHaveValue('web');
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'order-form', variants: true });

  await form.field('Team').fill('Web Team');
  await form.review();
  await expect(page.getByText('There is one problem')).toBeVisible();
  await expectAccessible(page);

  await form.field('Team').fill('web');
  await form.review();
  await expect(form.stored).toContainText('team: web');
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'review' });

  await form.order();
  const request = RequestStatus.on(page);
  await request.uid();
  await expect(request.state('Delivered')).toBeVisible();
  await expect(await request.openLog('render')).toContainText('namespace.yaml');
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'request-delivered', variants: true });

  await request.openTab('Files');
  await expect(request.places).toContainText('dev-cluster');
  await expectAccessible(page);
  await request.openTab(/^History/);
  await expectAccessible(page);
  await request.openTab('Manifest');
  await expectAccessible(page);

  await request.pressAction('Delete');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');
});

test('Promise', async ({ page, portal }) => {
  await signInAs(page, portal, 'alice', '/promises/namespace');
  await expect(page.getByRole('row', { name: /^shop/ })).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'promise' });
});

test('requests', async ({ page, portal }) => {
  const alice = await apiAs(portal, 'alice');
  for (const [promise, name, spec] of [
    ['postgresql', 'orders', { database: 'orders', size: 'medium' }],
    ['postgresql', 'invoices', { database: 'invoices' }],
    ['namespace', 'payments', { purpose: 'Payments', team: 'web' }],
  ] as const) {
    await alice.put(`promises/${promise}/requests/default/${name}`, {
      data: { spec },
    });
  }
  await alice.dispose();
  await signInAs(page, portal, 'alice', '/promises/requests');
  for (const name of ['shop', 'orders', 'invoices', 'payments']) {
    await expect(
      page.getByRole('row', { name: new RegExp(`^${name} `) }),
    ).toContainText('Delivered');
  }
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'requests', variants: true });
});

test('destinations', async ({ page, portal }) => {
  await signInAs(page, portal, 'paula', '/promises/destinations');
  await expect(
    page.getByRole('row', { name: /^Development cluster/ }),
  ).toContainText('Ready');
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'destinations', variants: true });
});

test('Promise in the catalog', async ({ page, portal }) => {
  await signInAs(
    page,
    portal,
    'alice',
    '/catalog/default/promise/namespace/requests',
  );
  await expect(page.getByRole('row', { name: /^shop/ })).toBeVisible();
  await expectAccessible(page, 'section');
});
