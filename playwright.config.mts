import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/services/findChromium.ts';

/** Browser tests of the demo portal; each test file starts a portal of its own. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI === 'true',
  // A test that passes only at the second try has not passed.
  retries: 0,
  workers: 1,
  fullyParallel: false,
  outputDir: 'node_modules/.cache/end-to-end',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
