import { expect } from '@playwright/test';
import { expectAccessibleInBothSchemes } from './accessibility/expectAccessibleInBothSchemes.ts';
import { signInAs } from './people/signInAs.ts';
import { test } from './portal/portalTest.ts';
import { takeScreenshots } from './screenshots/takeScreenshots.ts';

/** An installation whose catalog does not take Promises. */
const REPORT = {
  at: '2026-01-01T12:00:00Z',
  status: 'error',
  checks: [
    {
      id: 'catalog-rules',
      area: 'catalog',
      title: 'Kinds that the catalog takes',
      status: 'error',
      durationMs: 1,
      results: [
        {
          status: 'error',
          subject: 'Promise',
          message: 'No rule of the catalog allows the kind Promise.',
          remedy: {
            text: 'Allow it.',
            file: 'app-config.yaml',
            language: 'yaml',
            snippet: 'catalog:\n  rules:\n    - allow:\n        - Promise\n',
          },
        },
      ],
    },
  ],
};

test.use({ portalName: 'doctor' });

test('a platform engineer sees how every part is', async ({ page, portal }) => {
  await signInAs(page, portal, 'paula', '/promises');
  await page.getByRole('tab', { name: 'Doctor' }).click();
  const main = page.getByRole('main', { name: 'Doctor' });
  await expect(main.getByText(/of 16 parts are well/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(main.getByRole('group', { name: 'State stores' })).toContainText(
    'and has the branch main',
  );
  await expectAccessibleInBothSchemes(page);
  await takeScreenshots(page, {
    name: 'doctor',
    variants: true,
    fullPage: true,
  });
});

test('what is wrong stands there with the lines that mend it', async ({
  page,
  portal,
}) => {
  await page.route('**/api/promises/v1/doctor', async route => {
    await route.fulfill({ json: REPORT });
  });
  await signInAs(page, portal, 'paula', '/promises/doctor?problems=true');
  const main = page.getByRole('main', { name: 'Doctor' });
  await expect(main.getByText('In app-config.yaml').first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(
    main.getByRole('button', { name: 'Copy what mends Promise' }),
  ).toBeVisible();
  await expectAccessibleInBothSchemes(page);
});

test('who may not see it is told which permission is missing', async ({
  page,
  portal,
}) => {
  await signInAs(page, portal, 'alice', '/promises/doctor');
  await expect(page.getByText('promises.doctor.read')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Requests' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Doctor' })).toHaveCount(0);
});
