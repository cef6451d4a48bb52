import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { parseDocument } from 'yaml';
import {
  locationIn,
  registerPromise,
  removePromise,
} from './children/promiseFiles.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

test.use({ portalName: 'actions', morePromises: 'promises' });

/** The page reads the list once: it is opened anew until it shows what it should. */
async function expectOnReload(
  page: Page,
  check: () => Promise<void>,
  timeout = 30_000,
): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('promise:request')).toBeVisible();
    await check();
  }).toPass({ timeout });
}

/** Gives the Promise `zone` another description and one field more, as its author would. */
async function editZone(portal: Portal): Promise<void> {
  const file = locationIn(join(portal.examples, '..')).replace('*', 'zone');
  const promise = parseDocument(await readFile(file, 'utf8'));
  promise.setIn(
    ['metadata', 'annotations', 'promissory.io/description'],
    'Names under a domain of yours.',
  );
  promise.setIn(
    [
      ...['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema'],
      ...['properties', 'spec', 'properties'],
    ],
    { domain: { type: 'string', description: 'The domain.' } },
  );
  await writeFile(file, promise.toString());
}

test('the action of a Promise comes, changes and goes with it while the portal runs', async ({
  page,
  portal,
}) => {
  test.setTimeout(180_000);
  const soon = { timeout: 2_000 };
  const action = page
    .getByRole('grid', { name: 'Installed actions' })
    .getByText('promises:zone', { exact: true });
  const schema = page.getByRole('row', { name: /^spec/ });
  await signInAs(page, portal, 'alice', '/create/actions');
  await expect(page.getByText('promises:postgresql')).toBeVisible();
  await expect(action).toHaveCount(0);

  await registerPromise(portal, 'later', 'zone');
  await expectOnReload(page, () => expect(action).toBeVisible(soon));
  await action.click();
  await expect(
    page.getByRole('heading', { name: 'promises:zone' }),
  ).toBeVisible();
  await expect(page.getByText('domain', { exact: true })).toHaveCount(0);

  await editZone(portal);
  await expectOnReload(page, async () => {
    await expect(
      page.getByText(/^Names under a domain of yours/).first(),
    ).toBeVisible(soon);
    // What was open is open still.
    await schema.getByRole('button').click();
    await expect(page.getByRole('rowheader', { name: 'domain' })).toBeVisible(
      soon,
    );
  });
  await takeScreenshots(page, { name: 'actions', variants: true });

  await removePromise(portal, 'zone');
  // It takes a while until the catalog misses a file.
  await expectOnReload(page, () => expect(action).toHaveCount(0, soon), 90_000);
  await expect(page.getByText('promises:postgresql')).toBeVisible();
});
