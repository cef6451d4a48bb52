import { expect, type Page } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { expectAccessible } from './accessibility/expectAccessible.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { apiAs } from './people/apiAs.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

test.use({ portalName: 'compound' });
test.describe.configure({ mode: 'serial' });

const PROMISE = 'production-ready-microservice';
const SPEC = {
  environment: 'dev',
  owner: 'group:default/web',
  costCenter: 'cc-1042',
  repository: 'https://github.com/example/checkout',
  image: 'registry.example.com/web/checkout:1.4.2',
  replicas: 2,
  alerts: { contact: 'web@example.com' },
};

async function order(
  portal: Portal,
  name: string,
  spec: object,
): Promise<string> {
  const alice = await apiAs(portal, 'alice');
  const response = await alice.put(
    `promises/${PROMISE}/requests/default/${name}`,
    { data: { spec } },
  );
  expect(response.ok(), await response.text()).toBe(true);
  const { uid } = await response.json();
  await alice.dispose();
  return uid;
}

const children = (page: Page) =>
  page.getByRole('list', { name: /^Children of / }).getByRole('listitem');

test('the marketplace says what an order brings', async ({ page, portal }) => {
  await signInAs(page, portal, 'alice');
  const card = page.getByRole('article', {
    name: 'Production-ready microservice',
  });
  await expect(
    card.getByRole('list', { name: 'Comes with' }).getByRole('listitem'),
  ).toContainText([
    'Company standards',
    'Kubernetes namespace',
    'Network policies',
    'CI pipeline',
    'Monitoring',
    'PostgreSQL',
  ]);
  const standards = page.getByRole('article', { name: 'Company standards' });
  await expect(standards).toContainText('other Promises build on');
  await expect(standards.getByRole('button')).toHaveCount(0);
  await expectAccessible(page);

  await standards.getByRole('link', { name: 'Company standards' }).click();
  await expect(
    page.getByRole('list', { name: 'Required by' }).getByRole('link'),
  ).toHaveText([
    'Monitoring',
    'Network policies',
    'Production-ready microservice',
  ]);
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'promise-without-api', variants: true });
});

test('five requests come up under one order, each with a page and a way back', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'alice', `/promises/${PROMISE}/order`);
  const form = OrderForm.on(page);
  await form.fillInExample();
  await form.field('Name of the request').fill('checkout');
  await form.review();
  await form.order();

  const request = RequestStatus.on(page);
  const uid = await request.uid();
  await expect(children(page)).toHaveCount(5);
  await expect(page.getByText('5 of 5 delivered')).toBeVisible();
  await expect(request.state('Delivered')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, {
    name: 'request-compound',
    variants: true,
    fullPage: true,
  });

  await request.pressAction('Delete');
  await expect(
    page.getByRole('dialog').getByText('of PostgreSQL'),
  ).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');

  const database = children(page).filter({ hasText: 'PostgreSQL' });
  await database.getByRole('link').click();
  const trail = page.getByRole('navigation', { name: 'Part of' });
  await expect(trail).toContainText('Production-ready microservice');
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0);
  await request.pressAction('Reconcile');
  await expect(
    page
      .getByRole('region', { name: 'Progress' })
      .getByRole('button', { name: /run again/ }),
  ).toBeVisible();
  await expect(request.state('Delivered')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'request-child', variants: true });
  await trail.getByRole('link', { name: 'checkout' }).click();
  expect(await request.uid()).toBe(uid);
});

test('parts of other requests are left out of the list until they are asked for', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'alice', '/promises/requests?scope=all');
  await expect(page.getByRole('row', { name: /^checkout/ })).toHaveCount(1);
  await page.getByText('Parts of other requests too (5)').click();
  await expect(
    page.getByRole('img', { name: /^Part of another request/ }),
  ).toHaveCount(5);
  await expectAccessible(page);
  // Under the pointer, too, words can be read.
  await page.getByRole('row').nth(1).hover();
  await takeScreenshots(page, { name: 'requests-with-parts', variants: true });
});

test('a request is paused and resumed', async ({ page, portal }) => {
  const uid = await order(portal, 'paused', SPEC);
  await signInAs(page, portal, 'alice', `/promises/requests/${uid}`);
  const request = RequestStatus.on(page);
  await expect(request.state('Delivered')).toBeVisible();
  await request.pressAction('Pause');
  await expect(request.state('Paused')).toBeVisible();
  await request.pressAction('Resume');
  await expect(request.state('Delivered')).toBeVisible();
});

test('a broken rule leads to its field, and is gone once that is mended', async ({
  page,
  portal,
}) => {
  const uid = await order(portal, 'careless', {
    ...SPEC,
    image: 'registry.example.com/web/careless:latest',
  });
  await signInAs(page, portal, 'alice', `/promises/requests/${uid}`);
  const request = RequestStatus.on(page);
  await expect(request.state('Failed')).toBeVisible();
  const rules = page.getByRole('list', { name: 'Broken rules' });
  await expect(rules).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'request-broken-rules', variants: true });

  await rules.getByRole('link', { name: 'Change spec.image' }).first().click();
  const form = OrderForm.on(page);
  const image = page.getByRole('textbox', { name: /^Image/ });
  await expect(image).toBeFocused();
  await expect(image).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await takeScreenshots(page, { name: 'change-broken-rules', variants: true });
  await image.fill('registry.example.com/web/careless:1.0.0');
  await expect(image).not.toHaveAttribute('aria-invalid', 'true');
  await form.review();
  await form.change();
  await expect(request.state('Delivered')).toBeVisible();
  await expect(rules).toHaveCount(0);
});
