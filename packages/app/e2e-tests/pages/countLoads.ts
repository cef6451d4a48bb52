import type { Page } from '@playwright/test';

/** Counts how often the tab loads a document from now on; moving between pages of the app loads none. */
export function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('request', request => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      loads += 1;
    }
  });
  return () => loads;
}
