import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outcome } from './Outcome';

/** Replaces what is expected. */
export async function writeOutcome(
  folder: string,
  outcome: Outcome,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of outcome) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
