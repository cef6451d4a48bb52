/**
 * Whether the install page is true: makes a stock Backstage, packs the packages as they would be published, does what the
 * page says and nothing else, and orders over HTTP and in a browser.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listPacked, packAll } from '@promissory/scripts/packing/packAll';
import {
  CHROMIUM_HINT,
  findChromium,
} from '@promissory/scripts/services/findChromium';
import { describeEnvironment } from '../report/describeEnvironment.ts';
import { parseArguments } from '../report/parseArguments.ts';
import { orderInBrowser } from './orderInBrowser.ts';
import { orderOverHttp } from './orderOverHttp.ts';
import { readInstallPage, type PageStep } from './readInstallPage.ts';
import { servePackages } from './servePackages.ts';
import { StockApp } from './StockApp.ts';
import { withoutBuiltFiles } from './withoutBuiltFiles.ts';

const root = resolve(import.meta.dirname, '../../..');
const PAGE = join(root, 'docs/how-to/install.md');
const MAXIMUM_STEPS = 3;
const MAXIMUM_SECONDS = 300;
const run = promisify(execFile);

/** What `--break` leaves out, each of which has to be missed. */
interface Fault {
  /** Lines of the page. */
  readonly lines?: RegExp;
  /** A package that is published without what was built. */
  readonly unbuilt?: string;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'no-backend': { lines: /plugin-promises-backend'\)/ },
  'no-catalog-module': { lines: /catalog-backend-module-promises'\)/ },
  'no-frontend': { lines: /packages\/app add/ },
  'no-locations': { lines: /^ +(locations:|- type: file|target: \.)/ },
  'no-git': { lines: /localDirectory:/ },
  'not-built': { unbuilt: '@promissory/plugin-promises-backend' },
};

const { json, values } = parseArguments('adopt', {
  app: {
    description:
      'folder of the app, kept: the next run finds it installed (a temporary one)',
  },
  packages: {
    description: 'folder of tarballs by `./yarnw pack-all` (packs them anew)',
  },
  break: {
    description:
      'leave a line of the page or the built files of a package out, which has to be noticed',
    values: Object.keys(FAULTS),
  },
});
const fault = FAULTS[values.break ?? ''] ?? {};

const directory = await mkdtemp(join(tmpdir(), 'promissory-adopt-'));
const problems: string[] = [];
const started = performance.now();
const seconds = (since: number) =>
  Math.round((performance.now() - since) / 100) / 10;
const tell = (what: string) => console.error(`[${seconds(started)} s] ${what}`);
const figures = {
  packSeconds: 0,
  createSeconds: 0,
  installSeconds: 0,
  startSeconds: 0,
  secondsToFirstOrder: 0,
};
let steps: PageStep[] = [];
let linesOfConfig = 0;
let inBrowser = false;

try {
  steps = readInstallPage(await readFile(PAGE, 'utf8')).map(step => ({
    title: step.title,
    commands: step.commands.filter(line => !fault.lines?.test(line)),
    edits: step.edits.map(({ file, text }) => ({
      file,
      text: text
        .split('\n')
        .filter(line => !fault.lines?.test(line))
        .join('\n'),
    })),
  }));
  let since = performance.now();
  tell('packing');
  const packages = values.packages
    ? await listPacked(resolve(values.packages))
    : await packAll({ out: join(directory, 'packages') });
  figures.packSeconds = seconds(since);

  since = performance.now();
  tell('making a stock app');
  const app = await StockApp.create(
    values.app ? resolve(values.app) : join(directory, 'portal'),
  );
  figures.createSeconds = seconds(since);
  const registry = await servePackages(
    fault.unbuilt
      ? await withoutBuiltFiles(packages, fault.unbuilt, directory)
      : packages,
  );
  try {
    await app.useRegistry(registry.url);
    for (const step of steps) {
      tell(step.title);
      for (const { file, text } of step.edits) {
        await app.edit({ file, text });
        // What stands in a folder of its own is a platform, and no configuration.
        if (!file.startsWith('platform/')) {
          linesOfConfig += text.split('\n').filter(line => line.trim()).length;
        }
      }
      since = performance.now();
      for (const line of step.commands) await app.command(line);
      if (step.commands.length > 0) figures.installSeconds += seconds(since);
    }
  } finally {
    await registry.stop();
  }
  since = performance.now();
  tell('yarn start');
  const portal = await app.start();
  try {
    figures.startSeconds = seconds(since);
    tell('ordering over HTTP');
    await orderOverHttp({
      backendUrl: portal.backendUrl,
      promise: 'greeting',
      name: 'first',
      spec: { message: 'Hello from HTTP' },
    });
    figures.secondsToFirstOrder = seconds(since);
    const repository = join(app.folder, '.promises/platform.git');
    const { stdout } = await run('git', [
      '--git-dir',
      repository,
      'grep',
      'Hello from HTTP',
      'main',
    ]);
    tell(`in Git: ${stdout.trim()}`);
    const executablePath = findChromium();
    if (executablePath) {
      tell('ordering in the browser');
      await orderInBrowser({
        url: portal.url,
        executablePath,
        promise: 'Greeting',
        name: 'second',
        fields: { Message: 'Hello from Chromium' },
        screenshot: `${app.folder}.png`,
      });
      inBrowser = true;
    } else {
      problems.push(`there is no browser: ${CHROMIUM_HINT}`);
    }
  } finally {
    await portal.stop();
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
}
// After a failure the app stays, with its log.
if (problems.length === 0 || values.app) {
  await rm(directory, { recursive: true, force: true });
}

if (steps.length === 0 || steps.length > MAXIMUM_STEPS) {
  problems.push(`${steps.length} steps, target at most ${MAXIMUM_STEPS}`);
}
if (figures.secondsToFirstOrder > MAXIMUM_SECONDS) {
  problems.push(
    `${figures.secondsToFirstOrder} s to the first order, target under ${MAXIMUM_SECONDS} s`,
  );
}
const result = {
  ok: problems.length === 0,
  steps: steps.length,
  linesOfConfig,
  ...figures,
  inBrowser,
  problems,
  environment: describeEnvironment(),
};
console.log(
  json ? JSON.stringify(result) : JSON.stringify(result, undefined, 2),
);
process.exitCode = result.ok ? 0 : 1;
