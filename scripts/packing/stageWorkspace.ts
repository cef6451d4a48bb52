import { execFile } from 'node:child_process';
import {
  cp,
  lstat,
  mkdir,
  readdir,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Types of what is published, and of nothing else. */
const tsconfig = {
  extends: '@backstage/cli/config/tsconfig.json',
  include: ['plugins/*/src', 'packages/cli/src'],
  exclude: [
    'node_modules',
    '**/*.test.*',
    '**/__testUtils__',
    '**/setupTests.*',
  ],
  compilerOptions: {
    outDir: 'dist-types',
    rootDir: '.',
    jsx: 'react-jsx',
    module: 'ESNext',
  },
};

/**
 * Copies the sources of the published packages into an empty folder below the project, whose installed dependencies they
 * find there. Packing rewrites every package.json for a moment: that must not happen to files that somebody works on.
 */
export async function stageWorkspace(stage: string): Promise<void> {
  const { stdout } = await run(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const files = stdout
    .split('\0')
    .filter(file =>
      /^(packages|plugins|benchmarks|scripts)\/|^[^/]+$/.test(file),
    )
    .filter(file => !file.includes('/e2e-tests/'));
  for (const file of files) {
    // What is deleted and not yet committed is still listed.
    if (await exists(join(root, file))) {
      await mkdir(dirname(join(stage, file)), { recursive: true });
      await cp(join(root, file), join(stage, file));
    }
  }
  await cp(join(root, '.yarn/releases'), join(stage, '.yarn/releases'), {
    recursive: true,
  });
  await cp(
    join(root, '.yarn/install-state.gz'),
    join(stage, '.yarn/install-state.gz'),
  );
  await linkPackages(stage);
  await writeFile(join(stage, 'tsconfig.json'), JSON.stringify(tsconfig));
  for (const folder of ['packages', 'plugins']) {
    for (const name of await readdir(join(stage, folder))) {
      const modules = join(root, folder, name, 'node_modules');
      if (await exists(modules)) {
        await symlink(modules, join(stage, folder, name, 'node_modules'));
      }
    }
  }
}

/** Links the packages of the project to each other: what is staged uses what is staged. */
async function linkPackages(stage: string): Promise<void> {
  const scope = join(stage, 'node_modules/@promissory');
  await mkdir(scope, { recursive: true });
  for (const name of await readdir(join(stage, 'plugins'))) {
    await symlink(join(stage, 'plugins', name), join(scope, `plugin-${name}`));
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
