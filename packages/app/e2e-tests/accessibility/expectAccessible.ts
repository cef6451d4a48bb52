import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SEVERE = ['serious', 'critical'];

/** Expects no serious or critical finding of axe in the content of the page; frame and menu are Backstage's own. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .analyze();
  const severe = violations
    .filter(({ impact }) => SEVERE.includes(impact ?? ''))
    .map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(node => `${node.target.join(' ')}: ${node.html}`),
    }));
  expect(severe).toEqual([]);
}
