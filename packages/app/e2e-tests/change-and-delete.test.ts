import { expect, type Page } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { filesOf } from './git/filesOf.ts';
import { Repository } from './git/Repository.ts';
import { countLoads } from './pages/countLoads.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { apiAs } from './people/apiAs.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';

const SPEC = { database: 'orders', size: 'small', storageGiB: 20 };
const CLAIM =
  'clusters/dev/resources/default/postgresql/orders/configure/5058f/claim.yaml';

const storage = (page: Page) => page.getByRole('textbox', { name: /^Storage/ });

/** Orders over HTTP as Alice; answers the uid. */
async function orderDatabase(portal: Portal, name: string): Promise<string> {
  const alice = await apiAs(portal, 'alice');
  const response = await alice.put(
    `promises/postgresql/requests/default/${name}`,
    { data: { spec: SPEC }, headers: { 'if-none-match': '*' } },
  );
  expect(response.status(), await response.text()).toBe(201);
  const { uid } = await response.json();
  await alice.dispose();
  return uid;
}

/** Changes a request over HTTP as Bob, who is in the same team. */
async function changeAsBob(
  portal: Portal,
  name: string,
  spec: object,
): Promise<void> {
  const bob = await apiAs(portal, 'bob');
  const response = await bob.put(
    `promises/postgresql/requests/default/${name}`,
    { data: { spec }, headers: { 'if-match': '*' } },
  );
  expect(response.status(), await response.text()).toBe(200);
  await bob.dispose();
}

/** Opens the form that changes a request, as Alice, who then asks for more storage. */
async function beginChange(
  page: Page,
  portal: Portal,
  uid: string,
): Promise<OrderForm> {
  await signInAs(page, portal, 'alice', `/promises/requests/${uid}/change`);
  const form = OrderForm.on(page);
  await expect(form.field('Database')).toHaveValue('orders');
  await storage(page).fill('100');
  return form;
}

test('a database is ordered, changed and deleted', async ({ page, portal }) => {
  const repository = Repository.of(portal);
  const loads = countLoads(page);
  await signInAs(page, portal, 'alice');
  await page.getByRole('link', { name: 'Order PostgreSQL' }).click();
  const form = OrderForm.on(page);
  await form.fillInExample();
  await form.field('Name of the request').fill('orders');
  await form.field('Database').fill('orders');
  await form.review();
  await expect(form.stored).toContainText('retentionDays: 7');
  await form.order();

  const request = RequestStatus.on(page);
  await request.uid();
  await expect(request.state('Delivered')).toBeVisible();
  await expect(request.fact('Generation')).toHaveText('1, delivered');
  await expect(page.getByRole('region', { name: 'Outputs' })).toContainText(
    'default/orders-connection',
  );
  expect(await repository.read(CLAIM)).toContain('size: small');

  await request.pressAction('Change');
  await expect(form.field('Database')).toHaveValue('orders');
  await expect(form.choice('Size', 'small')).toBeChecked();
  await form.choose('Size', 'medium');
  await form.review();
  const difference = page.getByRole('region', {
    name: 'Difference to the request as it is',
  });
  await expect(difference).toContainText('removed: size: small');
  await expect(difference).toContainText('added: size: medium');
  await form.change();

  await expect(request.fact('Generation')).toHaveText('2, delivered');
  await expect(request.state('Delivered')).toBeVisible();
  expect(await repository.read(CLAIM)).toContain('size: medium');

  await request.pressAction('Delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 file on the destination dev-cluster');
  const confirm = dialog.getByRole('button', { name: 'Delete' });
  await expect(confirm).toBeDisabled();
  await dialog
    .getByRole('textbox', { name: 'Type orders to confirm' })
    .fill('orders');
  await confirm.click();
  await expect(request.state('Deleted')).toBeVisible();
  expect(await filesOf(repository, 'postgresql', 'orders')).toEqual([]);
  expect(loads()).toBe(1);
});

test('a change by somebody else is shown, and no input is lost', async ({
  page,
  portal,
}) => {
  const uid = await orderDatabase(portal, 'shared');
  const form = await beginChange(page, portal, uid);

  await changeAsBob(portal, 'shared', { ...SPEC, size: 'large' });
  const notice = page.getByRole('region', {
    name: 'It was changed by somebody else',
  });
  await expect(notice).toContainText('added: size: large');
  await expect(storage(page)).toHaveValue('100');

  await notice
    .getByRole('button', { name: 'Go on from the new version' })
    .click();
  await expect(notice).toBeHidden();
  await expect(storage(page)).toHaveValue('100');
  await form.review();
  await form.change();
  const request = RequestStatus.on(page);
  await expect(request.fact('Generation')).toHaveText('3, delivered');
});

test('a change that meets another one on its way is refused, and no input is lost', async ({
  page,
  portal,
}) => {
  const uid = await orderDatabase(portal, 'raced');
  // Without live events the page cannot know before it sends.
  await page.route('**/api/promises/v1/events**', route => route.abort());
  const form = await beginChange(page, portal, uid);
  await form.review();

  await changeAsBob(portal, 'raced', { ...SPEC, size: 'large' });
  await form.change();
  await expect(
    page.getByRole('alert').getByText('It was changed by somebody else'),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'What somebody else changed' }),
  ).toContainText('added: size: large');
  await page.getByRole('button', { name: 'Back to the form' }).click();
  await expect(storage(page)).toHaveValue('100');
});
