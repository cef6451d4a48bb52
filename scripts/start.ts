/**
 * The portal for development: frontend and backend with reload, then where to click.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isPortFree } from './services/isPortFree.ts';
import { runCommand } from './services/runCommand.ts';
import { waitForHttp } from './services/waitForHttp.ts';

const FRONTEND = 'http://localhost:3000';
const BACKEND = 'http://localhost:7007';
const START_TIMEOUT_MS = 180_000;

const root = resolve(import.meta.dirname, '..');

for (const [port, what] of [
  [3000, 'the frontend'],
  [7007, 'the backend'],
] as const) {
  if (!(await isPortFree(port))) {
    console.error(
      `Port ${port}, where ${what} listens, is taken. End what uses it, then call ./yarnw start again.`,
    );
    process.exit(1);
  }
}

await mkdir(resolve(root, '.data/sqlite'), { recursive: true });

const portal = runCommand(
  'backstage-cli',
  ['repo', 'start', ...process.argv.slice(2)],
  { cwd: root },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => portal.kill(signal));
}

const ready = Promise.all([
  waitForHttp(`${BACKEND}/.backstage/health/v1/readiness`, {
    timeoutMs: START_TIMEOUT_MS,
  }),
  waitForHttp(FRONTEND, { timeoutMs: START_TIMEOUT_MS }),
]).then(
  () => {
    console.log(`
  The portal is ready.

    Open      ${FRONTEND}
    Sign in   as Alice, a developer (or as one of the four others)
    Order     Marketplace > Kubernetes namespace > Order
    Watch     the page of your request, until it says Delivered
    Read      git --git-dir=.data/git/platform.git log --stat main

  Promises are in examples/promises: edit one and look at its form again. Ctrl-C ends the portal; what was ordered stays
  in .data/.
`);
  },
  error => console.error(`The portal did not come up: ${error.message}`),
);

process.exitCode = await portal.exitCode;
await ready;
