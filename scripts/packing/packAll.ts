import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runCommand } from '../services/runCommand.ts';
import { listPackages, type PublishedPackage } from './listPackages.ts';
import { stageWorkspace } from './stageWorkspace.ts';

const root = resolve(import.meta.dirname, '../..');

/** A package and its tarball. */
export interface PackedPackage extends PublishedPackage {
  /** Absolute path. */
  readonly tarball: string;
}

/** Where {@link packAll} puts the published packages in a folder. */
export async function listPacked(folder: string): Promise<PackedPackage[]> {
  return (await listPackages()).map(each => ({
    ...each,
    tarball: join(
      folder,
      `${each.name.replace('@', '').replace('/', '-')}.tgz`,
    ),
  }));
}

/** Builds all published packages and packs them into `out`, as they would be published. The sources stay untouched. */
export async function packAll(options: {
  readonly out: string;
}): Promise<PackedPackage[]> {
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  const packages = await listPackages();
  // Below the project, so that what is installed there is found.
  await mkdir(join(root, '.tools'), { recursive: true });
  const stage = await mkdtemp(join(root, '.tools/pack-'));
  try {
    await stageWorkspace(stage);
    await run('tsc', ['--project', 'tsconfig.json'], stage);
    await run('backstage-cli', ['repo', 'build'], stage);
    // All at once: the types of all packages are read once.
    const ready = join(stage, 'ready');
    await mkdir(ready);
    const names = packages.map(({ name }) => name);
    await run('backstage-cli', ['build-workspace', ready, ...names], stage);
    for (const file of ['.yarnrc.yml', '.yarn']) {
      await cp(join(stage, file), join(ready, file), { recursive: true });
    }
    const packed = await listPacked(out);
    for (const { directory, tarball } of packed) {
      const folder = join(ready, directory);
      await withoutScripts(join(folder, 'package.json'));
      await run('yarn', ['pack', '--out', tarball], folder);
    }
    return packed;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** What they would do is done. */
async function withoutScripts(file: string): Promise<void> {
  const { scripts, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify(manifest, undefined, 2));
}

async function run(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  // Output goes to stderr: stdout belongs to the command that packs.
  const code = await runCommand(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
  }).exitCode;
  if (code !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} in ${cwd} ended with ${code}`,
    );
  }
}
