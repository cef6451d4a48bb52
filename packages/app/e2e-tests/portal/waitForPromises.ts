import { expect } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';
import { apiAs } from '../people/apiAs.ts';

/** The example Promises that take orders, sorted. */
const ORDERABLE = [
  'ci-pipeline',
  'monitoring',
  'namespace',
  'network-policies',
  'postgresql',
  'production-ready-microservice',
];

/** Waits until people and Promises of the examples, and `more` of them, have come through the catalog. */
export async function waitForPromises(
  portal: Portal,
  more: readonly string[] = [],
): Promise<void> {
  await expect(async () => {
    const alice = await apiAs(portal, 'alice');
    try {
      const list = await (await alice.get('promises')).json();
      const orderable = (
        list.items as Array<{ name: string; orderable: boolean }>
      )
        .filter(each => each.orderable)
        .map(each => each.name);
      expect(orderable.sort()).toEqual([...ORDERABLE, ...more].sort());
    } finally {
      await alice.dispose();
    }
  }).toPass({ timeout: 60_000, intervals: [200] });
}
