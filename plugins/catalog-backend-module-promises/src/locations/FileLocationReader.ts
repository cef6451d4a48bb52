import { readFile, stat } from 'node:fs/promises';
import { normalize } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { glob } from 'glob';
import type { ConfiguredLocation } from './ConfiguredLocation';
import type {
  FilesOfLocation,
  LocatedFile,
  LocationReader,
} from './LocatedFile';

/** Files on disk, found as the catalog finds those of `catalog.locations`. */
export class FileLocationReader implements LocationReader {
  static create(location: ConfiguredLocation): FileLocationReader {
    return new FileLocationReader(location.target);
  }

  readonly #pattern: string;
  #seen = '';

  private constructor(pattern: string) {
    this.#pattern = pattern;
  }

  async read(): Promise<FilesOfLocation | undefined> {
    const paths = await glob(this.#pattern, {
      windowsPathsNoEscape: true,
      nodir: true,
    });
    if (paths.length === 0) {
      throw new NotFoundError(`there is no file ${this.#pattern}`);
    }
    const sorted = paths.map(path => normalize(path)).sort();
    const seen = (await Promise.all(sorted.map(versionOf))).join('\n');
    if (seen === this.#seen) return undefined;
    const files: LocatedFile[] = [];
    const unreadable = new Map<string, string>();
    for (const path of sorted) {
      const ref = `file:${path}`;
      try {
        files.push({ ref, text: await readFile(path, 'utf8') });
      } catch (error) {
        unreadable.set(ref, String(error));
      }
    }
    // What could not be read is tried again.
    this.#seen = unreadable.size === 0 ? seen : '';
    return { files, unreadable };
  }
}

async function versionOf(path: string): Promise<string> {
  const version = await stat(path, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs} ${size} ${ino}`,
    String,
  );
  return `${path} ${version}`;
}
