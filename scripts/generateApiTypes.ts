/**
 * Writes what follows from the OpenAPI document: the types in promises-common and the document as a module for the
 * backend. With --check it writes nothing and exits 1 where a file is not what the document says.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const source = resolve(
  root,
  'plugins/promises-backend/src/schema/openapi.yaml',
);
const banner =
  '// Generated from plugins/promises-backend/src/schema/openapi.yaml by `./yarnw generate`. Do not edit.\n\n';

const text = await readFile(source, 'utf8');
const document = parse(text);
const types = astToString(await openapiTS(document));

const outputs: Record<string, string> = {
  'plugins/promises-common/src/api/generated/openapi.ts': types,
  'plugins/promises-backend/src/schema/generated/openapi.ts': `export const openApiDocument = ${JSON.stringify(
    document,
    null,
    2,
  )};\n`,
};

let stale = 0;
for (const [file, content] of Object.entries(outputs)) {
  const path = resolve(root, file);
  const options = await prettier.resolveConfig(path);
  const wanted = prettier.format(banner + content, {
    ...options,
    parser: 'typescript',
  });
  if (process.argv.includes('--check')) {
    if ((await readFile(path, 'utf8').catch(() => '')) !== wanted) {
      stale += 1;
      console.error(`${file} is stale: run ./yarnw generate`);
    }
  } else {
    await writeFile(path, wanted);
    console.log(`wrote ${file}`);
  }
}
process.exitCode = stale ? 1 : 0;
