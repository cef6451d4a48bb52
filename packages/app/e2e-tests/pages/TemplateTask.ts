import { expect, type Locator, type Page } from '@playwright/test';

/** The page of a task of the scaffolder: its log, and the links that it ends with. */
export class TemplateTask {
  readonly #page: Page;

  static on(page: Page): TemplateTask {
    return new TemplateTask(page);
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  line(text: string | RegExp): Locator {
    return this.#page.getByText(text).first();
  }

  /** Address of a link, once the task has ended; links open a tab of their own, in which nobody has signed in. */
  async address(title: string): Promise<string> {
    const link = this.#page.getByRole('link', { name: title });
    await expect(link).toBeVisible({ timeout: 60_000 });
    return (await link.getAttribute('href')) ?? '';
  }
}
