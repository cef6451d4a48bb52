import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  getRequestDetail,
  readStepLog,
} from '@promissory/plugin-promises-engine';
import { stringify } from 'yaml';
import type { LocalPlatform } from './LocalPlatform';

const run = promisify(execFile);
const CLAIM = '.promissory-claim';
/** The engine keeps fewer of a container. */
const MOST_LINES = 1_000_000;

/**
 * Leaves what came of it below a folder: `stores/` as a GitOps agent would read it, `status/` as `kubectl get -o yaml`
 * would print it, `logs/` a file for each container of each run. What was there before of these three goes.
 */
export async function writeResults(
  platform: LocalPlatform,
  out: string,
): Promise<void> {
  for (const part of ['stores', 'status', 'logs']) {
    await rm(join(out, part), { recursive: true, force: true });
    await mkdir(join(out, part), { recursive: true });
  }
  await writeStores(platform, join(out, 'stores'));
  for (const request of await platform.requests()) {
    const place = [request.promise, request.namespace, request.name];
    const manifest =
      request.state === 'Deleted'
        ? undefined
        : await platform.engine.readManifest(request.uid);
    if (manifest) {
      await write(
        `${join(out, 'status', ...place)}.yaml`,
        stringify(manifest, { lineWidth: 0 }),
      );
    }
    await writeLogs(platform, request.uid, join(out, 'logs', ...place));
  }
}

async function writeStores(
  { repositories }: LocalPlatform,
  out: string,
): Promise<void> {
  for (const [name, repository] of repositories) {
    const target = join(out, name);
    if (!(await hasBranch(repository))) continue;
    await run('git', ['clone', '--quiet', '--branch=main', repository, target]);
    await rm(join(target, '.git'), { recursive: true });
    for (const path of await readdir(target, { recursive: true })) {
      if (path.endsWith(CLAIM)) await rm(join(target, path));
    }
  }
}

/** A store that nothing was delivered to has no commit. */
async function hasBranch(repository: string): Promise<boolean> {
  return run('git', [
    '-C',
    repository,
    'rev-parse',
    '--verify',
    '--quiet',
    'refs/heads/main',
  ]).then(
    () => true,
    () => false,
  );
}

async function writeLogs(
  { knex }: LocalPlatform,
  uid: string,
  out: string,
): Promise<void> {
  const detail = await getRequestDetail(knex, { uid });
  // Newest first: the first run is number 1.
  const runs = [...(detail?.runs ?? [])].reverse();
  for (const [index, one] of runs.entries()) {
    for (const step of one.steps) {
      const log = await readStepLog(knex, {
        requestUid: uid,
        runId: one.id,
        stepId: step.id,
        limit: MOST_LINES,
      });
      await write(
        join(
          out,
          `${index + 1}-${one.workflow}-${step.pipeline}-${step.container}.log`,
        ),
        (log?.lines ?? []).map(({ text }) => `${text}\n`).join(''),
      );
    }
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
