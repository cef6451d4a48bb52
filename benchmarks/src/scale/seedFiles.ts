import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { listFiles } from './listFiles.ts';

const run = promisify(execFile);
const BRANCH = 'refs/heads/main';

/** Commits the files of a request once more for each of its copies, under their names: what a sweep compares with. */
export async function seedFiles(options: {
  readonly repository: string;
  readonly name: string;
  readonly count: number;
}): Promise<number> {
  const { repository, name, count } = options;
  const entries = (await listFiles(repository)).filter(({ path }) =>
    path.includes(`/${name}/`),
  );
  const lines = Array.from({ length: count }, (_, index) =>
    entries.map(
      ({ blob, path }) =>
        `M 100644 ${blob} ${path.replaceAll(name, `${name}-${index + 1}`)}\n`,
    ),
  ).flat();
  const importing = run('git', [
    '--git-dir',
    repository,
    'fast-import',
    '--quiet',
  ]);
  importing.child.stdin!.end(
    `commit ${BRANCH}\ncommitter seed <seed@example.com> ${Math.floor(
      Date.now() / 1_000,
    )} +0000\ndata 4\nseed\nfrom ${BRANCH}^0\n${lines.join('')}\n`,
  );
  await importing;
  return lines.length;
}
