import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility/expectAccessible.ts';
import { expectAccessibleInBothSchemes } from './accessibility/expectAccessibleInBothSchemes.ts';
import { Repository } from './git/Repository.ts';
import { countLoads } from './pages/countLoads.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

// The life of one production-ready microservice: each test goes on where the one before it ends.
test.use({ portalName: 'compound' });
test.describe.configure({ mode: 'serial' });

const COMPONENT = '/catalog/default/component/checkout';
const PARTS = [
  'CI pipeline',
  'Kubernetes namespace',
  'Monitoring',
  'Network policies',
  'PostgreSQL',
];

/** Address of the request, from its order on. */
let request: string;

const children = (page: Page) =>
  page.getByRole('list', { name: /^Children of / }).getByRole('listitem');

const inCatalog = (page: Page) =>
  page.getByRole('region', { name: 'In the catalog' });

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
  await expectAccessibleInBothSchemes(page);

  await standards.getByRole('link', { name: 'Company standards' }).click();
  await expect(
    page.getByRole('list', { name: 'Required by' }).getByRole('link'),
  ).toHaveText([
    'Production-ready microservice',
    'Monitoring',
    'Network policies',
  ]);
  await expectAccessibleInBothSchemes(page);
  await takeScreenshots(page, { name: 'promise-without-api' });
});

test('one order, and five requests come up under it, and a service in the catalog', async ({
  page,
  portal,
}) => {
  const loads = countLoads(page);
  await signInAs(page, portal, 'alice');
  await page
    .getByRole('link', { name: 'Order Production-ready microservice' })
    .click();
  const form = OrderForm.on(page);
  await form.fillInExample();
  await form.field('Name of the request').fill('checkout');
  // Another colour scheme draws the app anew: the draft is there, the review is asked for again.
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await form.review();
    await expect(form.stored).toContainText('kind: Microservice');
    await expect(form.previewed).toHaveText([
      /^Production-ready microservice checkout.*New/s,
      ...PARTS.map(part => new RegExp(`^${part} .*New`, 's')),
    ]);
    await form.previewed.first().locator('summary').first().click();
    await expectAccessible(page);
    await takeScreenshots(page, {
      name: `review-compound-${colorScheme}`,
      fullPage: true,
    });
  }
  const begin = performance.now();
  await form.order();

  const status = RequestStatus.on(page);
  request = `/promises/requests/${await status.uid()}`;
  await expect(children(page)).toHaveCount(PARTS.length);
  await expect(status.state('Delivered')).toBeVisible();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  test.info().annotations.push({
    type: 'seconds from order to delivered',
    description: seconds,
  });
  process.stdout.write(`A microservice was delivered in ${seconds} s\n`);
  await expect(page.getByText('5 of 5 delivered')).toBeVisible();
  for (const part of PARTS) {
    await expect(children(page).filter({ hasText: part })).toContainText(
      'Delivered',
    );
  }

  const service = inCatalog(page).getByRole('link', {
    name: 'checkout',
    exact: true,
  });
  await expect(service).toBeVisible();
  expect(loads()).toBe(1);
  await expectAccessibleInBothSchemes(page);
  await takeScreenshots(page, {
    name: 'request-compound',
    variants: true,
    fullPage: true,
  });

  await service.click();
  await expect(page).toHaveURL(`${portal.url}${COMPONENT}`);
});

test('the service in the catalog belongs to its team, and leads to its order and back', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'alice', COMPONENT);
  await expect(page.getByRole('heading', { name: 'checkout' })).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Web', exact: true }).first(),
  ).toHaveAttribute('href', /\/catalog\/default\/group\/web$/);
  const card = page.getByRole('region', { name: 'Order' });
  await expect(card).toContainText('Delivered');
  await expect(card).toContainText('Production-ready microservice');
  await takeScreenshots(page, {
    name: 'catalog-service',
    variants: true,
    fullPage: true,
  });

  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Order' })
    .click();
  await expect(page).toHaveURL(`${portal.url}${COMPONENT}/order`);
  await expect(children(page)).toHaveCount(PARTS.length);
  await expectAccessibleInBothSchemes(page);

  await page.goBack();
  await card.getByRole('link', { name: 'checkout' }).click();
  await expect(page).toHaveURL(`${portal.url}${request}`);
  await inCatalog(page)
    .getByRole('link', { name: 'checkout', exact: true })
    .click();
  await expect(page).toHaveURL(`${portal.url}${COMPONENT}`);
});

test('a part has a page without a change of its own, and a way back', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'alice', request);
  const status = RequestStatus.on(page);
  await children(page)
    .filter({ hasText: 'PostgreSQL' })
    .getByRole('link')
    .click();
  const trail = page.getByRole('navigation', { name: 'Part of' });
  await expect(trail).toContainText('Production-ready microservice');
  await expect(status.state('Delivered')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change' })).toHaveCount(0);
  await status.pressAction('Reconcile');
  await expect(
    page
      .getByRole('region', { name: 'Progress' })
      .getByRole('button', { name: /run again/ }),
  ).toBeVisible();
  await expect(status.state('Delivered')).toBeVisible();
  await expectAccessibleInBothSchemes(page);
  await takeScreenshots(page, { name: 'request-child' });

  await page.getByRole('link', { name: 'Change checkout instead' }).click();
  await expect(page).toHaveURL(`${portal.url}${request}`);
  await page.goBack();
  await trail.getByRole('link', { name: 'checkout' }).click();
  await expect(page).toHaveURL(`${portal.url}${request}`);
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
  // Each right below what it is part of.
  await expect(page.getByRole('row')).toContainText([
    'Name',
    'checkout',
    ...PARTS,
  ]);
  await expectAccessibleInBothSchemes(page);
  // Under the pointer, too, words can be read.
  await page.getByRole('row').nth(1).hover();
  await takeScreenshots(page, { name: 'requests-with-parts' });
});

test('it is paused and resumed', async ({ page, portal }) => {
  await signInAs(page, portal, 'alice', request);
  const status = RequestStatus.on(page);
  await status.pressAction('Pause');
  await expect(status.state('Paused')).toBeVisible();
  await status.pressAction('Resume');
  await expect(status.state('Delivered')).toBeVisible();
});

test('a part that is switched off goes, and all of it with the order', async ({
  page,
  portal,
}) => {
  const loads = countLoads(page);
  const repository = Repository.of(portal);
  await signInAs(page, portal, 'alice', request);
  const status = RequestStatus.on(page);
  await status.pressAction('Change');
  await page.getByRole('button', { name: 'Remove Database' }).click();
  const form = OrderForm.on(page);
  await form.review();
  await expect(form.previewed.filter({ hasText: /^PostgreSQL/ })).toContainText(
    'Deleted',
  );
  await takeScreenshots(page, { name: 'review-change' });
  await form.change();
  await expect(status.fact('Generation')).toHaveText('2, delivered');
  await expect(status.state('Delivered')).toBeVisible();
  await expect(children(page)).toHaveCount(PARTS.length - 1);
  await expect(children(page).filter({ hasText: 'PostgreSQL' })).toHaveCount(0);
  await expect(page.getByText('4 of 4 delivered')).toBeVisible();
  const ofCheckout = async () =>
    (await repository.files()).filter(file => file.includes('checkout'));
  expect(
    (await ofCheckout()).filter(file => file.includes('postgresql')),
  ).toEqual([]);

  await status.pressAction('Delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('of Kubernetes namespace');
  await expectAccessible(page, '[role=dialog]');
  await dialog
    .getByRole('textbox', { name: 'Type checkout to confirm' })
    .fill('checkout');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(status.state('Deleted')).toBeVisible();
  await expect(children(page)).toHaveCount(0);
  expect(loads()).toBe(1);
  expect(await ofCheckout()).toEqual([]);
  await expect(async () => {
    await page.goto(`${portal.url}${COMPONENT}`);
    await expect(
      page.getByText(/was not found|not found/i).first(),
    ).toBeVisible({ timeout: 3_000 });
  }).toPass();
});
