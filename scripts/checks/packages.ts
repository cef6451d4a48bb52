import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inspectTarball } from '../packing/inspectTarball.ts';
import { packAll } from '../packing/packAll.ts';
import type { Check } from './types.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Files that a package needs when it runs, and that nothing in its package.json names. */
async function requiredFiles(name: string): Promise<string[]> {
  if (name === '@promissory/plugin-promises-engine') {
    const files = await readdir(
      join(root, 'plugins/promises-engine/migrations'),
    );
    return files.map(file => `migrations/${file}`);
  }
  return name === '@promissory/plugin-pipeline-functions'
    ? ['dist/runner/functionWorker.cjs.js']
    : [];
}

/** All packages are built and packed as they would be published, and have what they need. */
export const packages: Check = {
  name: 'packages',
  async run() {
    const out = await mkdtemp(join(tmpdir(), 'promissory-packages-'));
    try {
      const packed = await packAll({ out });
      const notes: string[] = [];
      let passed = 0;
      for (const { name, tarball } of packed) {
        const [list, manifest] = await Promise.all([
          run('tar', ['--list', '--file', tarball]),
          run('tar', ['-x', '-O', '-f', tarball, 'package/package.json']),
        ]);
        const problems = inspectTarball(
          JSON.parse(manifest.stdout),
          list.stdout
            .split('\n')
            .filter(Boolean)
            .map(path => path.replace(/^package\//, '')),
          await requiredFiles(name),
        );
        passed += problems.length === 0 ? 1 : 0;
        notes.push(...problems.map(problem => `${name}: ${problem}`));
      }
      return { passed, failed: packed.length - passed, skipped: 0, notes };
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  },
};
