import { z } from 'zod/v4';

const dependencies = z.record(z.string(), z.string()).optional();

/** A target of `exports`: a file, or files by condition. */
type ExportTarget = string | { readonly [condition: string]: ExportTarget };

const exportTarget: z.ZodType<ExportTarget> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), exportTarget)]),
);

const manifestSchema = z.looseObject({
  name: z.string(),
  license: z.literal('Apache-2.0'),
  description: z.string().min(10),
  keywords: z.array(z.string()).min(1),
  repository: z.object({ url: z.string(), directory: z.string() }),
  backstage: z.looseObject({ role: z.string() }),
  main: z.string(),
  module: z.string().optional(),
  types: z.string().optional(),
  configSchema: z.string().optional(),
  bin: z.record(z.string(), z.string()).optional(),
  exports: z.record(z.string(), exportTarget).optional(),
  dependencies,
  peerDependencies: dependencies,
});

const ALWAYS = ['README.md', 'LICENSE', 'CHANGELOG.md'];
const NEVER = /(^|\/)(src|__testUtils__|__fixtures__|node_modules)\/|\.test\./;

/**
 * What is wrong with a packed package; empty where it can be published.
 *
 * @param manifest - its package.json
 * @param files - paths in it, relative to the package
 * @param required - paths that this package needs beside what all need
 */
export function inspectTarball(
  manifest: unknown,
  files: readonly string[],
  required: readonly string[] = [],
): string[] {
  const read = manifestSchema.safeParse(manifest);
  if (!read.success) {
    return read.error.issues.map(
      ({ path, message }) => `package.json: ${path.join('.')}: ${message}`,
    );
  }
  const { data } = read;
  const present = new Set(files);
  const isCommand = data.backstage.role === 'cli';
  const wanted = [
    ...ALWAYS,
    ...required,
    data.main,
    ...(data.module ? [data.module] : []),
    ...(data.types ? [data.types] : []),
    ...(data.configSchema ? [data.configSchema] : []),
    ...Object.values(data.bin ?? {}),
    ...Object.values(data.exports ?? {}).flatMap(filesOf),
  ].map(file => file.replace(/^\.\//, ''));
  const problems = [...new Set(wanted)]
    .filter(file => !present.has(file))
    .map(file => `${file} is missing`);
  if (!data.types && !isCommand) problems.push('package.json has no types');
  if (
    !/^(frontend|web)-/.test(data.backstage.role) &&
    !data.main.endsWith('.cjs.js')
  ) {
    // Backends require their plugins, and several at once: ES modules race there.
    problems.push(`main is ${data.main}, and a backend needs CommonJS`);
  }
  if (data.configSchema?.endsWith('.ts')) {
    problems.push('the configuration schema is not compiled');
  }
  for (const file of files.filter(each => NEVER.test(each))) {
    problems.push(`${file} does not belong there`);
  }
  for (const [name, range] of Object.entries({
    ...data.dependencies,
    ...data.peerDependencies,
  })) {
    if (/^(workspace|link|file|portal|patch):/.test(range)) {
      problems.push(`it depends on ${name} by ${range}`);
    }
  }
  return problems;
}

function filesOf(target: ExportTarget): string[] {
  return typeof target === 'string'
    ? [target]
    : Object.entries(target)
        // What kind of feature it is, for Backstage; no file.
        .filter(([condition]) => condition !== 'backstage')
        .flatMap(([, each]) => filesOf(each));
}
