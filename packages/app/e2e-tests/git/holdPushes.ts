import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { expect } from '@playwright/test';
import type { Portal } from '@promissory/scripts/services/startPortal';

const run = promisify(execFile);

/** Pushes that wait until they are let through. */
export interface HeldPushes {
  /** Resolves when a push waits. */
  arrived(): Promise<void>;
  letThrough(): Promise<void>;
}

/** From now on a push to the repository waits, a minute at most. */
export async function holdPushes(
  portal: Pick<Portal, 'repository'>,
): Promise<HeldPushes> {
  const hook = join(portal.repository, 'hooks/pre-receive');
  const hold = join(portal.repository, 'hold');
  const arrived = join(portal.repository, 'arrived');
  // A bare repository of the portal has no hooks.
  await mkdir(dirname(hook), { recursive: true });
  await writeFile(hold, '');
  await writeFile(
    hook,
    `#!/bin/sh
touch '${arrived}'
for i in $(seq 600); do
  [ -e '${hold}' ] || exit 0
  sleep 0.1
done
exit 1
`,
  );
  await chmod(hook, 0o755);
  // Git is told to run no hooks on this machine; what the repository itself says goes before that.
  const configure = (...args: readonly string[]) =>
    run('git', ['--git-dir', portal.repository, 'config', ...args]);
  await configure('core.hooksPath', dirname(hook));
  return {
    arrived: () => expect.poll(() => existsSync(arrived)).toBe(true),
    async letThrough() {
      await rm(hold);
      await rm(hook);
      await configure('--unset', 'core.hooksPath');
    },
  };
}
