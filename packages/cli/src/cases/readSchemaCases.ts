import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { schemaCasesShape, type SchemaCase } from './SchemaCase';

/** Recorded answers of a folder. */
export interface SchemaCases {
  readonly cases: readonly SchemaCase[];
  /** JSON files that hold no list, and so no answers. */
  readonly skipped: readonly string[];
}

/**
 * Reads every `.json` of a folder and of those below it.
 *
 * @throws Error naming the file that is not of the format
 */
export async function readSchemaCases(directory: string): Promise<SchemaCases> {
  const names = await readdir(directory, { recursive: true });
  const cases: SchemaCase[] = [];
  const skipped: string[] = [];
  for (const name of names.filter(file => file.endsWith('.json')).sort()) {
    const content = parse(await readFile(join(directory, name), 'utf8'), name);
    if (!Array.isArray(content)) {
      skipped.push(name);
      continue;
    }
    const result = schemaCasesShape.safeParse(content);
    if (!result.success)
      throw new Error(
        `${name} is not of the format: ${z.prettifyError(result.error)}`,
      );
    cases.push(...result.data);
  }
  return { cases, skipped };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${String(error)}`);
  }
}
