import { expect, type Locator, type Page } from '@playwright/test';

/** The page of one request. */
export class RequestStatus {
  readonly #page: Page;

  static on(page: Page): RequestStatus {
    return new RequestStatus(page);
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Resolves when the tab shows the page of a request; answers its uid. */
  async uid(): Promise<string> {
    await expect(this.#page).toHaveURL(/\/promises\/requests\/[0-9A-Z]{26}/);
    return /requests\/([0-9A-Z]{26})/.exec(this.#page.url())?.[1] ?? '';
  }

  /** The headline of the state, for example `Delivered`. */
  state(headline: string): Locator {
    return this.#page
      .getByRole('region', { name: 'State' })
      .getByRole('heading', { name: headline, exact: true });
  }

  fact(label: string): Locator {
    return this.#page
      .getByRole('region', { name: 'Facts' })
      .getByRole('definition')
      .filter({
        has: this.#page.locator(`xpath=../dt[normalize-space()="${label}"]`),
      });
  }

  async openTab(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('tab', { name }).click();
  }

  /** Opens a step of the newest run, and answers its log. */
  async openLog(container: string): Promise<Locator> {
    const toggle = this.#page
      .getByRole('list', { name: /^Steps of / })
      .getByRole('button', { name: container });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') {
      await toggle.click();
    }
    return this.#page.getByRole('log', { name: `Log of ${container}` });
  }

  /** Where the chosen file is, with its commit. */
  get places(): Locator {
    return this.#page.getByRole('list', { name: 'Where it is' });
  }

  async pressAction(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }
}
