import { expect, type Page } from '@playwright/test';
import { OrderForm } from '../pages/OrderForm.ts';
import type { FormTable } from './readBlocks.ts';

/** Fills a table of fields and values into the form of a page, each in the way of its field. */
export async function fillIn(
  page: Page,
  values: FormTable['values'],
): Promise<void> {
  const form = OrderForm.on(page);
  for (const [label, value] of values) {
    const choice = page.getByRole('radiogroup', { name: label });
    const toggle = page.getByRole('switch', { name: label, exact: true });
    await expect(form.field(label).or(choice).or(toggle)).toBeVisible();
    if (await choice.isVisible()) {
      await form.choose(label, value);
    } else if (await toggle.isVisible()) {
      const isOn = value === 'on';
      if ((await toggle.isChecked()) !== isOn) {
        await page.getByText(label, { exact: true }).last().click();
      }
      await expect(toggle).toBeChecked({ checked: isOn });
    } else {
      await form.field(label).fill(value);
    }
  }
}
