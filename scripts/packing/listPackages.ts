import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod/v4';

const root = resolve(import.meta.dirname, '../..');

const manifestSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  private: z.boolean().optional(),
});

/** A package that is published. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Relative to the root of the project. */
  readonly directory: string;
}

/** The packages that are published: all plugins, and what of `packages` is not private. */
export async function listPackages(): Promise<PublishedPackage[]> {
  const directories: string[] = [];
  for (const folder of ['plugins', 'packages']) {
    const names = await readdir(join(root, folder));
    directories.push(...names.sort().map(name => join(folder, name)));
  }
  const packages: PublishedPackage[] = [];
  for (const directory of directories) {
    const text = await readFile(
      join(root, directory, 'package.json'),
      'utf8',
    ).catch(() => undefined);
    if (text === undefined) continue;
    const manifest = manifestSchema.parse(JSON.parse(text));
    if (!manifest.private) {
      packages.push({ ...manifest, directory });
    }
  }
  return packages;
}
