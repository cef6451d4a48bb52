import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SEVERE = ['serious', 'critical'];

/**
 * Expects no serious or critical finding of axe in a part of the page: its content unless given. Frame and menu are
 * Backstage's own.
 *
 * @param part - a CSS selector
 */
export async function expectAccessible(
  page: Page,
  part = 'main',
): Promise<void> {
  // A row under the pointer has colours of Backstage UI that are not to be judged here.
  await page.mouse.move(0, 0);
  const { violations, passes } = await new AxeBuilder({ page })
    .include(part)
    .analyze();
  expect(passes.length).toBeGreaterThan(0);
  const severe = violations
    .filter(({ impact }) => SEVERE.includes(impact ?? ''))
    .map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(node => `${node.target.join(' ')}: ${node.html}`),
    }));
  expect(severe).toEqual([]);
}
