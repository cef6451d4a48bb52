import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { PackedPackage } from '@promissory/scripts/packing/packAll';

const run = promisify(execFile);

/** The packages, one of them as it would be published by somebody who forgot to build it; copies, in `folder`. */
export async function withoutBuiltFiles(
  packages: readonly PackedPackage[],
  name: string,
  folder: string,
): Promise<PackedPackage[]> {
  const found = packages.find(each => each.name === name);
  if (!found) throw new Error(`There is no package ${name}`);
  const tarball = join(folder, basename(found.tarball));
  const work = await mkdtemp(join(tmpdir(), 'promissory-unbuilt-'));
  try {
    await cp(found.tarball, join(work, 'packed.tgz'));
    await run('tar', ['--extract', '--file', 'packed.tgz'], { cwd: work });
    await rm(join(work, 'package/dist'), { recursive: true });
    await run('tar', ['--create', '--gzip', '--file', tarball, 'package'], {
      cwd: work,
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return packages.map(each =>
    each.name === name ? { ...each, tarball } : each,
  );
}
