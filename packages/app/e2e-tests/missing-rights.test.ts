import { expect } from '@playwright/test';
import { apiAs } from './people/apiAs.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';

const SPEC = { purpose: 'Checkout service', team: 'web' };
let uid: string;

test.beforeAll(async ({ portal }) => {
  const alice = await apiAs(portal, 'alice');
  const response = await alice.put(
    'promises/namespace/requests/default/private',
    { data: { spec: SPEC } },
  );
  expect(response.status(), await response.text()).toBe(201);
  ({ uid } = await response.json());
  await alice.dispose();
});

test('who may not order is told which permission is missing', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'guest');
  const card = page.getByRole('article', { name: 'Kubernetes namespace' });
  await expect(card).toContainText(
    'You lack the permission promises.request.create.',
  );
  await expect(
    card.getByRole('button', { name: 'Order Kubernetes namespace' }),
  ).toBeDisabled();

  await card
    .getByRole('link', { name: 'Kubernetes namespace', exact: true })
    .click();
  const order = page.getByRole('button', { name: 'Order', exact: true });
  await expect(order).toBeDisabled();
  await expect(order).toHaveAccessibleDescription(
    'You lack the permission promises.request.create.',
  );
});

test('the address of the form leads to no form', async ({ page, portal }) => {
  await signInAs(page, portal, 'guest', '/promises/namespace/order');
  await expect(
    page.getByText('You lack the permission promises.request.create.'),
  ).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Review' })).toHaveCount(0);
});

test('the list of requests says which permission is missing', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'guest', '/promises/requests?scope=all');
  const main = page.getByRole('main');
  await expect(main).toContainText(
    'You lack the permission promises.request.read.',
  );
  await expect(main).not.toContainText('private');
});

test("somebody else's request is not found", async ({ page, portal }) => {
  await signInAs(page, portal, 'guest', `/promises/requests/${uid}`);
  await expect(
    page.getByRole('heading', { name: 'The request was not found' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'To the requests' }).click();
  await expect(page).toHaveURL(/\/promises\/requests$/);
});

test('HTTP refuses what the pages do not offer', async ({ portal }) => {
  const guest = await apiAs(portal, 'guest');
  const order = await guest.put(
    'promises/namespace/requests/default/smuggled',
    { data: { spec: SPEC } },
  );
  expect(order.status()).toBe(403);
  expect((await order.json()).error.permission).toBe('promises.request.create');

  const list = await guest.get('requests?scope=all');
  expect(await list.json()).toMatchObject({
    items: [],
    total: 0,
    deniedPermission: 'promises.request.read',
  });
  const paths = ['', '/files', '/manifest', '/events'];
  for (const path of paths) {
    const answer = await guest.get(`requests/${uid}${path}`);
    expect([path, answer.status()]).toEqual([path, 404]);
  }
  expect((await guest.delete(`requests/${uid}`)).status()).toBe(404);
  expect((await guest.post(`requests/${uid}/retry`)).status()).toBe(404);
  const change = await guest.put(
    'promises/namespace/requests/default/private',
    { data: { spec: { ...SPEC, team: 'guests' } } },
  );
  expect(change.status()).toBe(403);
  await guest.dispose();
});
