import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CHROMIUM_HINT, findChromium } from '../services/findChromium.ts';
import { runCommand } from '../services/runCommand.ts';
import { missing } from './missing.ts';
import type { Check } from './types.ts';

const root = resolve(import.meta.dirname, '../..');

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** The browser tests, against a portal of their own with the built frontend. */
export const endToEndTests: Check = {
  name: 'end-to-end',
  async run() {
    const browser = findChromium();
    if (!browser) {
      return missing('Chromium', CHROMIUM_HINT);
    }
    const built = await runCommand('backstage-cli', ['package', 'build'], {
      cwd: join(root, 'packages/app'),
    }).exitCode;
    if (built !== 0) {
      return {
        passed: 0,
        failed: 1,
        skipped: 0,
        notes: ['end-to-end: the frontend could not be built'],
      };
    }
    const folder = await mkdtemp(join(tmpdir(), 'promissory-end-to-end-'));
    const file = join(folder, 'report.json');
    try {
      const code = await runCommand(
        'playwright',
        ['test', '--reporter=list,json'],
        {
          cwd: root,
          env: {
            PROMISSORY_CHROMIUM: browser,
            PLAYWRIGHT_JSON_OUTPUT_FILE: file,
          },
        },
      ).exitCode;
      const report: PlaywrightReport | undefined = await readFile(
        file,
        'utf8',
      ).then(JSON.parse, () => undefined);
      if (!report) {
        return {
          passed: 0,
          failed: 1,
          skipped: 0,
          notes: [`end-to-end: ended with ${code} and no report`],
        };
      }
      const { expected, unexpected, flaky, skipped } = report.stats;
      const failed = unexpected + flaky;
      return {
        passed: expected,
        failed:
          failed + (failed === 0 && (code !== 0 || expected === 0) ? 1 : 0),
        skipped,
        notes:
          failed > 0
            ? [
                'end-to-end: traces and screenshots are in node_modules/.cache/end-to-end',
              ]
            : [],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
