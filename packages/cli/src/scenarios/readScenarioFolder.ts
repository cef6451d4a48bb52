import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { UsageError } from '../commands/UsageError';
import { readSourceDocuments } from '../run/readSourceDocuments';
import type { SourceDocument } from '../run/SourceDocument';
import type { ScenarioFolder } from './ScenarioFolder';

/** Says that a folder is a scenario, and what happens in it. */
export const SCENARIO_FILE = 'scenario.yaml';

const paths = z.array(z.string().min(1)).default([]);

const shape = z.strictObject({
  description: z.string().optional(),
  promises: paths.refine(all => all.length > 0, 'names no file'),
  destinations: paths,
  requests: paths.refine(all => all.length > 0, 'names no file'),
  updates: paths,
  delete: z.boolean().default(false),
  timeoutSeconds: z.number().positive().default(60),
});

/**
 * Reads what a scenario is made of; its paths are meant from its folder.
 *
 * @throws UsageError with the file and the field that makes no sense
 */
export async function readScenarioFolder(
  folder: string,
): Promise<ScenarioFolder> {
  const file = join(folder, SCENARIO_FILE);
  const document = parseDocument(await readFile(file, 'utf8'));
  const [problem] = document.errors;
  if (problem) throw new UsageError(`${file}: ${problem.message}`);
  const parsed = shape.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const words = parsed.error.issues.map(({ path, message }) =>
      [path.join('.'), message].filter(Boolean).join(': '),
    );
    throw new UsageError(`${file}: ${words.join('; ')}`);
  }
  const { description, delete: deletes, timeoutSeconds } = parsed.data;
  const read = (names: readonly string[]): Promise<readonly SourceDocument[]> =>
    readSourceDocuments(names.map(name => resolve(folder, name)));
  return {
    folder,
    ...(description ? { description } : {}),
    promises: (await read(parsed.data.promises)).filter(
      ({ kind }) => kind === 'Promise',
    ),
    destinations: await read(parsed.data.destinations),
    requests: await read(parsed.data.requests),
    updates: await read(parsed.data.updates),
    deletes,
    timeoutMs: timeoutSeconds * 1_000,
  };
}
