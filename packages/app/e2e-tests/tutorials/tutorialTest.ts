import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { waitForPromises } from '../portal/waitForPromises.ts';
import { startTutorials, type Tutorials } from './startTutorials.ts';

/** Tests that follow tutorials; these build on one another and share a portal. */
export const test = base.extend<
  { readonly attachBackendLog: void },
  { readonly portalName: string; readonly tutorials: Tutorials }
>({
  portalName: ['tutorials', { scope: 'worker', option: true }],
  tutorials: [
    async ({ portalName }, use) => {
      const folder = await mkdtemp(
        join(tmpdir(), `promissory-end-to-end-${portalName}-`),
      );
      const tutorials = await startTutorials(folder);
      try {
        await waitForPromises(tutorials.portal, ['website']);
        await use(tutorials);
      } finally {
        await tutorials.portal.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  attachBackendLog: [
    async ({ tutorials }, use, testInfo) => {
      await use();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('backend.log', {
          path: tutorials.portal.log,
          contentType: 'text/plain',
        });
      }
    },
    { auto: true },
  ],
});
