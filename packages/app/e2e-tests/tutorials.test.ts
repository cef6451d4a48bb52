import { expect, type Locator, type Page } from '@playwright/test';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { signInAs } from './people/signInAs.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';
import { fillIn } from './tutorials/fillIn.ts';
import type { FormTable } from './tutorials/readBlocks.ts';
import { TutorialReader } from './tutorials/TutorialReader.ts';
import { test } from './tutorials/tutorialTest.ts';

// Each page goes on where the one before it ends.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const openMarketplace = (page: Page) =>
  page.getByRole('tab', { name: 'Marketplace' }).click();

/** Opens the form of a Promise and fills it in up to the review. */
async function fillInOrder(
  page: Page,
  promise: string,
  values: FormTable['values'],
): Promise<void> {
  await openMarketplace(page);
  await page.getByRole('link', { name: `Order ${promise}` }).click();
  await fillIn(page, values);
  await OrderForm.on(page).review();
}

/** Places an order and lands on the page of the request. */
async function order(
  page: Page,
  promise: string,
  values: FormTable['values'],
): Promise<RequestStatus> {
  await fillInOrder(page, promise, values);
  await OrderForm.on(page).order();
  const request = RequestStatus.on(page);
  await request.uid();
  return request;
}

/** Goes to the review when what was wrong is mended; the button moves when the list of problems goes. */
async function reviewMended(page: Page): Promise<void> {
  await expect(
    page.getByText(/^There (is one problem|are [0-9]+ problems)$/),
  ).toBeHidden();
  await OrderForm.on(page).review();
}

/** Changes fields in the form that is open, and sends it. */
async function change(page: Page, values: FormTable['values']): Promise<void> {
  const form = OrderForm.on(page);
  await fillIn(page, values);
  await reviewMended(page);
  await form.change();
  await RequestStatus.on(page).uid();
}

async function openRequest(page: Page, name: string): Promise<RequestStatus> {
  await page.getByRole('tab', { name: 'Requests' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  const request = RequestStatus.on(page);
  await request.uid();
  return request;
}

const children = (page: Page, name: string) =>
  page.getByRole('list', { name: `Children of ${name}` }).getByRole('listitem');

const brokenRules = (page: Page) =>
  page.getByRole('list', { name: 'Broken rules' });

async function expectAll(
  part: Locator,
  texts: readonly string[],
): Promise<void> {
  for (const text of texts) {
    await expect(part).toContainText(text);
  }
}

test('Your first Promise', async ({ page, tutorials }) => {
  const { firstPromise: reader, portal } = tutorials;
  await signInAs(page, portal, 'alice');

  await fillInOrder(page, 'Website', reader.form());
  const form = OrderForm.on(page);
  await expect(form.field('Headline')).toHaveAttribute('aria-invalid', 'true');
  await fillIn(page, reader.form());
  await reviewMended(page);
  await form.order();
  const request = RequestStatus.on(page);
  await request.uid();
  await expect(request.state('Delivered')).toBeVisible();
  await expectAll(
    page.getByRole('region', { name: 'Outputs' }),
    reader.shown('Outputs'),
  );

  await reader.run();
  await reader.run();

  await reader.edit();
  await reader.run();
  await request.pressAction('Change');
  await change(page, reader.form());
  await expect(request.fact('Generation')).toHaveText('2, delivered');
  await reader.run();

  await openMarketplace(page);
  await reader.edit();
  await expect(
    page.getByRole('link', { name: 'Order Small website' }),
  ).toBeVisible();
  reader.end();
});

test('Compose Promises', async ({ page, tutorials }) => {
  const { folder, portal } = tutorials;
  const reader = await TutorialReader.open('compose-promises.md', folder);
  await signInAs(page, portal, 'alice');

  await reader.writeFile();
  await expect(
    page
      .getByRole('article', { name: 'Campaign' })
      .getByRole('list', { name: 'Comes with' })
      .getByRole('listitem'),
  ).toContainText(reader.shown('Comes with'));

  const sale = await order(page, 'Campaign', reader.form());
  await expect(children(page, 'sale')).toContainText(
    reader.shown('Children of sale'),
  );
  await expect(sale.state('Delivered')).toBeVisible();
  await takeScreenshots(page, { name: 'request-with-children' });

  await reader.run();
  await reader.run();

  await sale.pressAction('Change');
  await change(page, reader.form());
  await expect(sale.fact('Generation')).toHaveText('2, delivered');
  await reader.run();

  await sale.pressAction('Change');
  await change(page, reader.form());
  await expect(sale.fact('Generation')).toHaveText('3, delivered');
  await expect(children(page, 'sale')).toContainText(
    reader.shown('Children of sale'),
  );
  await reader.run();

  const hello = await order(page, 'Campaign', reader.form());
  await expect(hello.state('Failed')).toBeVisible();
  await expectAll(
    page.getByRole('region', { name: 'State' }),
    reader.shown('State'),
  );
  await hello.pressAction('Delete');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Type hello to confirm' })
    .fill('hello');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(hello.state('Deleted')).toBeVisible();
  await reader.run();
  reader.end();
});

test('Write a policy', async ({ page, tutorials }) => {
  const { folder, portal } = tutorials;
  const reader = await TutorialReader.open('write-a-policy.md', folder);
  await signInAs(page, portal, 'alice');

  const hello = await openRequest(page, 'hello');
  await reader.edit();
  await expect(
    page.getByRole('list', { name: 'Steps of configure' }),
  ).toContainText('rules');
  await expect(hello.state('Delivered')).toBeVisible();

  const storefront = await order(page, 'Small website', reader.form());
  await expect(storefront.state('Failed')).toBeVisible();
  await expectAll(brokenRules(page), reader.shown('Broken rules'));
  await reader.run();

  await page.getByRole('link', { name: 'Change spec.replicas' }).click();
  await expect(OrderForm.on(page).field('Replicas')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await takeScreenshots(page, { name: 'broken-rule-at-its-field' });
  await change(page, reader.form());
  await expect(storefront.state('Delivered')).toBeVisible();
  await reader.run();

  await openRequest(page, 'hello');
  await reader.writeFile();
  await reader.edit();
  await expect(hello.state('Degraded')).toBeVisible();
  await expectAll(brokenRules(page), reader.shown('Broken rules'));

  await reader.edit();
  await expect(hello.state('Delivered')).toBeVisible();
  await expect(brokenRules(page).getByRole('listitem')).toHaveCount(1);
  await expectAll(brokenRules(page), reader.shown('Broken rules'));

  await page.getByRole('link', { name: 'Change spec.headline' }).click();
  await change(page, reader.form());
  await expect(hello.state('Delivered')).toBeVisible();
  await expect(brokenRules(page)).toHaveCount(0);
  reader.end();
});
