import { chromium } from '@playwright/test';

/** Orders as a person at a stock app does: guest, marketplace, card, form, review, order, status page. */
export async function orderInBrowser(options: {
  readonly url: string;
  readonly executablePath: string;
  /** Title of the Promise. */
  readonly promise: string;
  readonly name: string;
  /** Values of text fields by their labels. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where to keep a picture of the last page. */
  readonly screenshot: string;
}): Promise<void> {
  const browser = await chromium.launch({
    executablePath: options.executablePath,
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(options.url);
    await page.getByRole('button', { name: 'Enter' }).click();
    // Found by feature discovery: nobody wrote a line of the app for it.
    await page.getByRole('link', { name: 'Promises' }).first().click();
    await page
      .getByRole('list', { name: 'Promises' })
      .getByRole('link', { name: options.promise, exact: true })
      .click();
    await page.getByRole('link', { name: 'Order', exact: true }).click();
    const field = (name: string) =>
      page.getByRole('textbox', { name, exact: true });
    await field('Name of the request').fill(options.name);
    for (const [label, value] of Object.entries(options.fields)) {
      await field(label).fill(value);
    }
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Order', exact: true }).click();
    await page
      .getByRole('region', { name: 'State' })
      .getByText('Delivered', { exact: true })
      .first()
      .waitFor();
  } finally {
    await page.screenshot({ path: options.screenshot }).catch(() => undefined);
    await browser.close();
  }
}
