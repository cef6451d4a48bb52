import { InputError } from '@backstage/errors';
import { posix } from 'node:path';
import { z } from 'zod/v4';
import { parseKratixYaml } from './parseKratixYaml';
import type { DestinationSelectorEntry } from './types';

const FILE = 'destination-selectors.yaml';

/** Kratix's YAML library turns a bool or a number into a string where a string is wanted. */
const label = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform(value => (value === null ? '' : String(value)));

const entry = z.object({
  directory: z.union([z.string(), z.null()]).optional(),
  matchLabels: z
    .union([z.record(z.string(), label), z.null()])
    .optional()
    .transform(labels => labels ?? {}),
});

function cleanDirectory(directory: string | null | undefined): string {
  const cleaned = posix.normalize(directory || '.');
  return cleaned.length > 1 ? cleaned.replace(/\/$/, '') : cleaned;
}

/** Reads /kratix/metadata/destination-selectors.yaml; absent means no entries. Throws an InputError in Kratix's words. */
export function parseDestinationSelectors(
  content: Uint8Array | undefined,
): DestinationSelectorEntry[] {
  if (!content) return [];
  let parsed: unknown;
  try {
    parsed = parseKratixYaml(content);
  } catch (error) {
    throw new InputError(`invalid ${FILE}: ${(error as Error).message}`);
  }
  if (parsed === null || parsed === undefined) return [];
  const result = z.array(entry).safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new InputError(
      `invalid ${FILE}: error unmarshaling JSON: ${
        issue.path.join('.') || 'document'
      }: ${issue.message}`,
    );
  }
  return checkEntries(
    result.data.map(({ directory, matchLabels }) => ({
      directory: cleanDirectory(directory),
      matchLabels,
    })),
  );
}

function checkEntries(
  entries: DestinationSelectorEntry[],
): DestinationSelectorEntry[] {
  const seen = new Set<string>();
  entries.forEach(({ directory, matchLabels }, index) => {
    if (Object.keys(matchLabels).length === 0) {
      throw new InputError(
        `invalid ${FILE}: entry with index ${index} has no selectors`,
      );
    }
    if (directory.includes('/') || directory === '..') {
      throw new InputError(
        `invalid directory in ${FILE}: ${directory}, sub-directories are not allowed`,
      );
    }
    if (seen.has(directory)) {
      throw new InputError(
        `duplicate entries in ${FILE}: directory ${directory} is named twice`,
      );
    }
    seen.add(directory);
  });
  return entries;
}
