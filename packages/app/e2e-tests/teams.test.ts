import { expect, type Page } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { OrderForm } from './pages/OrderForm.ts';
import { RequestStatus } from './pages/RequestStatus.ts';
import { TemplateTask } from './pages/TemplateTask.ts';
import { apiAs } from './people/apiAs.ts';
import type { Person } from './people/people.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

// Two people of different teams order the same; each test looks at what they have ordered.
test.use({ portalName: 'teams' });
test.describe.configure({ mode: 'serial' });

const TEAMS = [
  { person: 'alice', name: 'web-orders', other: 'payments-ledger' },
  { person: 'carla', name: 'payments-ledger', other: 'web-orders' },
] as const;

/** What came of each order, by its name. */
const orders = new Map<string, { uid: string; task: string }>();

function orderOf(name: string): { uid: string; task: string } {
  const order = orders.get(name);
  if (!order) {
    throw new Error(`${name} was not ordered`);
  }
  return order;
}

/** HTTP to the catalog with the rights of a person. */
async function readEntity(portal: Portal, person: Person, name: string) {
  const api = await apiAs(portal, person);
  const answer = await api.get(
    `${portal.url}/api/catalog/entities/by-name/resource/default/postgresql_${name}`,
  );
  await api.dispose();
  return answer.status();
}

async function chooseTemplate(page: Page, text: string): Promise<void> {
  await page
    .locator('.MuiCard-root')
    .filter({ hasText: text })
    .getByRole('button', { name: 'Choose' })
    .click();
}

for (const { person, name } of TEAMS) {
  test(`${person} orders on the Create page, with the form of the marketplace`, async ({
    page,
    portal,
  }) => {
    await signInAs(page, portal, person, '/create');
    await chooseTemplate(page, 'A managed PostgreSQL database');
    const form = OrderForm.on(page);
    await form.fillInExample();
    await form.field('Name of the request').fill(name);
    // What admission refuses is listed by the wizard, and stands at its field; nowhere else.
    await page.getByText('High availability', { exact: true }).click();
    await form.choose('Size', 'small');
    await form.review();
    await expect(page.getByText(/high availability needs the size/)).toHaveText(
      [
        "'PostgreSQL' spec.highAvailability: high availability needs the size medium or large",
        'high availability needs the size medium or large',
      ],
    );
    await takeScreenshots(page, { name: 'wizard-errors', fullPage: true });
    await form.choose('Size', 'medium');
    await form.review();
    await page.getByRole('button', { name: 'Order', exact: true }).click();

    const task = TemplateTask.on(page);
    await expect(task.line(/Written to dev-cluster/)).toBeVisible();
    const address = await task.address('Open the request');
    orders.set(name, {
      uid: address.split('/').at(-1) ?? '',
      task: page.url(),
    });
    await page.goto(address);
    await expect(RequestStatus.on(page).state('Delivered')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Outputs' })).toContainText(
      `default/${name}-connection`,
    );
  });
}

for (const { person, name, other } of TEAMS) {
  test(`${person} sees the order of the own team and nothing of the other's`, async ({
    page,
    portal,
  }) => {
    const own = orderOf(name);
    const foreign = orderOf(other);
    await signInAs(page, portal, person, '/promises/requests?scope=all');
    await expect(
      page.getByRole('row', { name: new RegExp(`^${name}`) }),
    ).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(other);

    await page.goto(`${portal.url}/promises/requests/${foreign.uid}`);
    await expect(
      page.getByRole('heading', { name: 'The request was not found' }),
    ).toBeVisible();

    await test.step('over HTTP', async () => {
      const api = await apiAs(portal, person);
      for (const path of ['', '/files', '/manifest', '/events']) {
        const answer = await api.get(`requests/${foreign.uid}${path}`);
        expect([path, answer.status()]).toEqual([path, 404]);
      }
      for (const path of ['requests?scope=all', 'events']) {
        const body = await (await api.get(path)).text();
        expect(body).toContain(own.uid);
        expect(body).not.toContain(foreign.uid);
        expect(body).not.toContain(other);
      }
      await api.dispose();
    });

    await test.step('in the catalog', async () => {
      await expect.poll(() => readEntity(portal, person, name)).toBe(200);
      expect(await readEntity(portal, person, other)).toBe(404);
      await page.goto(
        `${portal.url}/catalog/default/resource/postgresql_${other}`,
      );
      await expect(page.getByText(/not found/i).first()).toBeVisible();
    });

    await test.step('by search', async () => {
      await expect(async () => {
        await page.goto(`${portal.url}/search?query=${name}`);
        await expect(
          page.getByRole('link', { name: new RegExp(name) }).first(),
        ).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 40_000 });
      const answered = page.waitForResponse(/\/api\/search\/query/);
      await page.goto(`${portal.url}/search?query=${other}`);
      await answered;
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await expect(
        page.getByRole('link', { name: new RegExp(other) }),
      ).toHaveCount(0);
      const api = await apiAs(portal, person);
      const found = await api.get(
        `${portal.url}/api/search/query?term=${other}`,
      );
      expect(found.ok()).toBe(true);
      expect(await found.text()).not.toContain(foreign.uid);
      await api.dispose();
    });

    await test.step('in the log of the task', async () => {
      await page.goto(own.task);
      await expect(page.getByText(new RegExp(name)).first()).toBeVisible();
      await page.goto(foreign.task);
      await expect(page.getByText(new RegExp(other))).toHaveCount(0);
      await expect(page.getByText(/-connection/)).toHaveCount(0);
    });
  });
}

test('the platform team sees both', async ({ page, portal }) => {
  await signInAs(page, portal, 'paula', '/promises/requests?scope=all');
  for (const { name } of TEAMS) {
    await expect(
      page.getByRole('row', { name: new RegExp(`^${name}`) }),
    ).toBeVisible();
  }
});
