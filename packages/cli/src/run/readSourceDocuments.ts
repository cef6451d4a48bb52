import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { findFiles } from '../definitions/findFiles';
import { UsageError } from '../commands/UsageError';
import type { SourceDocument } from './SourceDocument';

const shape = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
  }),
});

/**
 * The Kubernetes objects of files and folders.
 *
 * @throws UsageError with file and line for what is no YAML, or no object
 */
export async function readSourceDocuments(
  paths: readonly string[],
): Promise<readonly SourceDocument[]> {
  const files = await findFiles(paths).catch(error => {
    throw new UsageError(String(error));
  });
  const read = await Promise.all(
    files.map(async ({ path }) => readDocuments(path, await readText(path))),
  );
  return read.flat();
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(error => {
    throw new UsageError(String(error));
  });
}

function readDocuments(file: string, text: string): SourceDocument[] {
  return parseAllDocuments(text, { merge: true }).flatMap((document, index) => {
    const [error] = document.errors;
    if (error) throw new UsageError(`${file}: ${error.message}`);
    const value: unknown = document.toJS({ maxAliasCount: 10_000 });
    if (value === null || value === undefined) return [];
    const parsed = shape.safeParse(value);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      throw new UsageError(
        `${file}, document ${index + 1}: ${path.join('.')}: ${message}`,
      );
    }
    const { apiVersion, kind, metadata } = parsed.data;
    return [
      {
        file,
        apiVersion,
        kind,
        name: metadata.name,
        namespace: metadata.namespace,
        object: parsed.data as SourceDocument['object'],
      },
    ];
  });
}
