import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to read. */
export interface FoundFile {
  readonly path: string;
  /** Named by the caller, rather than found in a folder: then it has to hold a definition. */
  readonly named: boolean;
}

const YAML_OR_JSON = /\.(?:ya?ml|json)$/i;
const IGNORED = /(?:^|\/)(?:node_modules|\.git)(?:\/|$)/;

/**
 * The YAML and JSON files of paths, each once, in order.
 *
 * @throws Error where a path does not exist
 */
export async function findFiles(
  paths: readonly string[],
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.set(path, { path, named: true });
      continue;
    }
    const names = await readdir(path, { recursive: true });
    for (const name of names.sort()) {
      const file = join(path, name);
      if (YAML_OR_JSON.test(name) && !IGNORED.test(name) && !found.has(file))
        found.set(file, { path: file, named: false });
    }
  }
  return [...found.values()];
}
