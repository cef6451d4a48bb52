import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';

const fileSchema = z.object({ version: z.string() });

/** The version in `backstage.json`, in a folder or the nearest one above; undefined where there is none. */
export async function readBackstageVersion(
  directory: string,
): Promise<string | undefined> {
  const text = await readFile(join(directory, 'backstage.json'), 'utf8').catch(
    () => undefined,
  );
  if (text !== undefined) {
    return fileSchema.safeParse(parseOrUndefined(text)).data?.version;
  }
  const parent = dirname(directory);
  return parent === directory ? undefined : readBackstageVersion(parent);
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
