import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const COMMON = resolve(
  import.meta.dirname,
  '../../../plugins/promises-common/src',
);

/** What a browser loads for forms: schemas, expressions and the form model. */
const ENTRY = `
export { compileSchema } from ${JSON.stringify(join(COMMON, 'schema'))};
export { compileForm } from ${JSON.stringify(join(COMMON, 'form'))};
`;

type Library = Pick<
  typeof import('@promissory/plugin-promises-common'),
  'compileSchema' | 'compileForm'
>;

/** The library as a browser loads it. */
export interface BundledLibrary {
  readonly library: Library;
  readonly gzippedBytes: number;
}

/** Bundles the library as a browser loads it, and loads the same code here: what is measured is what is shipped. */
export async function bundleLibrary(
  directory: string,
): Promise<BundledLibrary> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    logLevel: 'error',
  });
  const [{ contents }] = outputFiles;
  const file = join(directory, 'library.cjs');
  await writeFile(file, contents);
  return {
    library: createRequire(import.meta.url)(file) as Library,
    gzippedBytes: gzipSync(contents).length,
  };
}
