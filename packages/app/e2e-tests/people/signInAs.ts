import { expect, type Page } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { PEOPLE, type Person } from './people.ts';

/** Signs in on the sign-in page and lands where the address leads: the marketplace unless given. */
export async function signInAs(
  page: Page,
  portal: Portal,
  person: Person,
  path = '/',
): Promise<void> {
  await page.goto(`${portal.url}${path}`);
  await page.getByText(PEOPLE[person], { exact: true }).click();
  await expect(
    page.getByRole('link', { name: 'Promissory, to the marketplace' }),
  ).toBeVisible();
}
