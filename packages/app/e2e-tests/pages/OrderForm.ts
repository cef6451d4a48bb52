import { expect, type Locator, type Page } from '@playwright/test';

/** The form of an order or a change, and the review behind it. */
export class OrderForm {
  readonly #page: Page;

  static on(page: Page): OrderForm {
    return new OrderForm(page);
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  /** A text or number field by its label. */
  field(label: string): Locator {
    return this.#page.getByRole('textbox', { name: label, exact: true });
  }

  /** A field in a part of the form, for example CPU in Quota. */
  fieldIn(part: string, label: string): Locator {
    return this.#page
      .getByRole('region', { name: part })
      .getByRole('textbox', { name: label, exact: true });
  }

  /** One of the values of a choice. */
  choice(label: string, value: string): Locator {
    return this.#page
      .getByRole('radiogroup', { name: label })
      .getByRole('radio', { name: value, exact: true });
  }

  async choose(label: string, value: string): Promise<void> {
    await this.#page
      .getByRole('radiogroup', { name: label })
      .getByText(value, { exact: true })
      .click();
    await expect(this.choice(label, value)).toBeChecked();
  }

  async fillInExample(): Promise<void> {
    await this.#page
      .getByRole('button', { name: 'Fill in the example' })
      .click();
  }

  async review(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Review' }).click();
  }

  /** What is sent, as it will be stored. */
  get stored(): Locator {
    return this.#page.getByRole('region', {
      name: 'The request as it will be stored',
    });
  }

  /** What would come, change and go, the request itself first. */
  get previewed(): Locator {
    return this.#page
      .getByRole('list', { name: 'What comes, changes and goes' })
      .locator('> li');
  }

  async order(): Promise<void> {
    await this.#page
      .getByRole('button', { name: 'Order', exact: true })
      .click();
  }

  async change(): Promise<void> {
    await this.#page
      .getByRole('button', { name: 'Change', exact: true })
      .click();
  }
}
