import type { JsonObject } from '@promissory/plugin-promises-common';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { KratixCase } from './KratixCase';

const object = z.record(z.string(), z.unknown());

const file = z.strictObject({
  area: z.string().min(1),
  cases: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string(),
        level: z.string(),
        source: z.string(),
        basis: z.string(),
        given: object,
        expect: object,
        note: z.string().optional(),
      }),
    )
    .min(1),
});

/**
 * The cases of a folder, by file.
 *
 * @throws Error with file and path for what has another shape, so that nothing is passed over
 */
export async function readKratixCases(
  folder: string,
): Promise<readonly KratixCase[]> {
  const names = (await readdir(folder)).filter(name => /\.ya?ml$/.test(name));
  const cases: KratixCase[] = [];
  for (const name of names.sort()) {
    const parsed = file.safeParse(
      parse(await readFile(join(folder, name), 'utf8')),
    );
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      throw new Error(`${name}: ${path.join('.')}: ${message}`);
    }
    const { area } = parsed.data;
    cases.push(
      ...parsed.data.cases.map(({ id, title, given, expect }) => ({
        area,
        id,
        title,
        given: given as JsonObject,
        expect: expect as JsonObject,
      })),
    );
  }
  return cases;
}
