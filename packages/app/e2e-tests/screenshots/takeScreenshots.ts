import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const DOCUMENTATION = resolve(import.meta.dirname, '../../../../docs/images');
const ARTEFACTS = resolve(
  import.meta.dirname,
  '../../../../node_modules/.cache/end-to-end-screenshots',
);
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 400, height: 900 };

/** What of a page is pictured. */
export interface ScreenshotOptions {
  /** Name of the file without its ending. */
  readonly name: string;
  /** Dark and narrow too; these are for looking at, not for the documentation. */
  readonly variants?: boolean;
  /** All of the page, not only what fits the window. */
  readonly fullPage?: boolean;
}

/**
 * Pictures a page as it is. The documentation's pictures are written only with PROMISSORY_UPDATE_SCREENSHOTS=1, so that
 * a test run leaves the work tree as it was.
 */
export async function takeScreenshots(
  page: Page,
  options: ScreenshotOptions,
): Promise<void> {
  const { name, variants = false, fullPage = false } = options;
  const isUpdate = process.env.PROMISSORY_UPDATE_SCREENSHOTS === '1';
  const folder = isUpdate ? DOCUMENTATION : ARTEFACTS;
  await mkdir(folder, { recursive: true });
  await mkdir(ARTEFACTS, { recursive: true });
  await settle(page);
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage,
    animations: 'disabled',
    caret: 'hide',
  });
  if (!variants) {
    return;
  }
  const artefact = (variant: string) => ({
    path: join(ARTEFACTS, `${name}-${variant}.png`),
    fullPage: true,
    animations: 'disabled' as const,
  });
  await test.step(`${name}, dark and narrow`, async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await settle(page);
    await page.screenshot(artefact('dark'));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(NARROW);
    await settle(page);
    await page.screenshot(artefact('narrow'));
    await page.setViewportSize(WIDE);
  });
}

/** Waits until nothing loads, and takes pointer, focus and scrolling out of the picture. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  // Another colour scheme makes the app draw itself anew.
  // Pages of Backstage's scaffolder have an article and no main.
  await expect(page.locator('main, article').first()).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
    await document.fonts.ready;
  });
}
