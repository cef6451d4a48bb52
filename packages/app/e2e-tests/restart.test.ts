import { expect } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { holdPushes } from './git/holdPushes.ts';
import { Repository } from './git/Repository.ts';
import { countLoads } from './pages/countLoads.ts';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';

// What a crash leaves is no matter for other tests.
test.use({ portalName: 'restart' });
test.setTimeout(120_000);

async function commitsOf(portal: Portal, name: string): Promise<string[]> {
  return Repository.of(portal).commitsOf(
    `clusters/dev/resources/default/postgresql/${name}`,
  );
}

test('a crash in the middle of a push: the page recovers, one commit', async ({
  page,
  portal,
}) => {
  const loads = countLoads(page);
  await signInAs(page, portal, 'alice', '/promises/postgresql/order');
  const form = OrderForm.on(page);
  await form.fillInExample();
  await form.field('Name of the request').fill('pushed');
  await form.review();
  const pushes = await holdPushes(portal);
  await form.order();
  const request = RequestStatus.on(page);
  await request.uid();
  await pushes.arrived();
  await expect(request.state('Being delivered')).toBeVisible();

  await portal.kill();
  const lost = page.getByText('Connection lost', { exact: true });
  await expect(lost).toBeVisible();
  await expect(request.state('Being delivered')).toBeVisible();

  // Git goes on by itself: this push is not lost with the backend that began it.
  await pushes.letThrough();
  await portal.start();
  await expect(request.state('Delivered')).toBeVisible({ timeout: 60_000 });
  await expect(lost).toBeHidden();
  expect(await commitsOf(portal, 'pushed')).toHaveLength(1);
  expect(loads()).toBe(1);
});

test('a crash right after the order: it runs to its end, one commit', async ({
  page,
  portal,
}) => {
  const loads = countLoads(page);
  await signInAs(page, portal, 'alice', '/promises/postgresql/order');
  const form = OrderForm.on(page);
  await form.fillInExample();
  await form.field('Name of the request').fill('running');
  await form.review();
  await expect(form.stored).toBeVisible();
  const answered = page.waitForResponse(
    response => response.request().method() === 'PUT',
  );
  await form.order();
  expect((await answered).status()).toBe(201);
  await portal.kill();
  await expect(
    page.getByText('Connection lost', { exact: true }),
  ).toBeVisible();
  expect(await commitsOf(portal, 'running')).toEqual([]);

  await portal.start();
  const request = RequestStatus.on(page);
  await expect(request.state('Delivered')).toBeVisible({ timeout: 60_000 });
  expect(await commitsOf(portal, 'running')).toHaveLength(1);
  expect(loads()).toBe(1);
});
