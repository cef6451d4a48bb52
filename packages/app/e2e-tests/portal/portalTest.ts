import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import {
  startPortal,
  type Portal,
} from '@promissory/scripts/services/startPortal';
import {
  locationIn,
  promisesOf,
  registerPromise,
} from '../children/promiseFiles.ts';
import { waitForPromises } from './waitForPromises.ts';

/** What a worker has. */
export interface PortalFixtures {
  /** Files that name the same portal share one; they have to leave Promises and hooks as they were. */
  readonly portalName: string;
  /** Folder in `children` with Promises that are there beside the examples; none unless given. */
  readonly morePromises: string;
  /** Laid over the configuration of the demo. */
  readonly portalConfig: object;
  /** A portal with both example Promises in the marketplace. */
  readonly portal: Portal;
}

/** Tests with a portal. After a test that failed, the next one gets another portal. */
export const test = base.extend<
  { readonly attachBackendLog: void },
  PortalFixtures
>({
  portalName: ['shared', { scope: 'worker', option: true }],
  morePromises: ['', { scope: 'worker', option: true }],
  portalConfig: [{}, { scope: 'worker', option: true }],
  portal: [
    // The name is what tells the workers apart.
    async ({ portalName, morePromises, portalConfig }, use) => {
      const directory = await mkdtemp(
        join(tmpdir(), `promissory-end-to-end-${portalName}-`),
      );
      const more = morePromises ? await promisesOf(morePromises) : [];
      for (const name of more) {
        const examples = join(directory, 'examples');
        await registerPromise({ examples }, morePromises, name);
      }
      const portal = await startPortal({
        directory,
        files: more.length > 0 ? [locationIn(directory)] : [],
        config: portalConfig,
      });
      try {
        await waitForPromises(portal, more);
        await use(portal);
      } finally {
        await portal.stop();
        await rm(directory, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  // The backend's output tells what the page does not.
  attachBackendLog: [
    async ({ portal }, use, testInfo) => {
      await use();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('backend.log', {
          path: portal.log,
          contentType: 'text/plain',
        });
      }
    },
    { auto: true },
  ],
});
