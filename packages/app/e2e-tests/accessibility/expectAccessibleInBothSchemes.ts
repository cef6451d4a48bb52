import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './expectAccessible.ts';

/**
 * Expects no serious or critical finding of axe in a part of the page, in light and in dark. The app draws itself anew
 * for that: a dialog is closed then.
 */
export async function expectAccessibleInBothSchemes(
  page: Page,
  part?: string,
): Promise<void> {
  await expectAccessible(page, part);
  await test.step('in dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    // Another colour scheme makes the app draw itself anew.
    await expect(page.getByRole('main').first()).toBeVisible();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    await expectAccessible(page, part);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.getByRole('main').first()).toBeVisible();
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  });
}
