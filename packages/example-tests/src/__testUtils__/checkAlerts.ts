import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';

const run = promisify(execFile);

/** Whether `promtool` is on this machine. */
export async function hasPromtool(): Promise<boolean> {
  return run('promtool', ['--version']).then(
    () => true,
    () => false,
  );
}

/** What `promtool check rules` says of PrometheusRules; undefined where it is content with all. */
export async function checkAlerts(
  rules: readonly JsonObject[],
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'promissory-rules-'));
  try {
    const files = await Promise.all(
      rules.map(async ({ spec }, index) => {
        const file = join(folder, `${index}.yaml`);
        await writeFile(file, stringify(spec));
        return file;
      }),
    );
    await run('promtool', [
      'check',
      'rules',
      '--lint=all',
      '--lint-fatal',
      ...files,
    ]);
    return undefined;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return `${stdout ?? ''}${stderr ?? error}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
