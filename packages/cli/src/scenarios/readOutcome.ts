import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Outcome } from './Outcome';
import { withoutChance } from './withoutChance';

/** What is expected: `stores/` byte for byte, `status/` and `problems.txt` but for what is never the same. */
const PARTS = /^(?:stores|status)\/|^problems\.txt$/;

/** The files below a folder that a scenario is judged by; none where there is no such folder. */
export async function readOutcome(folder: string): Promise<Outcome> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const outcome = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll('\\', '/');
    if (!PARTS.test(path)) continue;
    const text = await readFile(file, 'utf8');
    outcome.set(path, path.startsWith('stores/') ? text : withoutChance(text));
  }
  return new Map([...outcome].sort(([a], [b]) => (a < b ? -1 : 1)));
}
