import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NOTHING = '0'.repeat(40);

/** Somebody else's commit on the branch `main` of a bare repository; undefined removes a file. Answers its id. */
export async function commitForeign(
  repository: string,
  files: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const git = async (gitArguments: readonly string[], input?: string) => {
    const command = run('git', [...gitArguments], {
      cwd: repository,
      env: {
        ...process.env,
        GIT_DIR: repository,
        GIT_INDEX_FILE: join(repository, 'foreign.index'),
        GIT_AUTHOR_NAME: 'ann',
        GIT_AUTHOR_EMAIL: 'ann@example.com',
        GIT_COMMITTER_NAME: 'ann',
        GIT_COMMITTER_EMAIL: 'ann@example.com',
      },
    });
    command.child.stdin?.end(input);
    return (await command).stdout.trim();
  };
  for (;;) {
    const head = await git([
      'for-each-ref',
      '--format=%(objectname)',
      'refs/heads/main',
    ]);
    await git(head ? ['read-tree', head] : ['read-tree', '--empty']);
    for (const [path, content] of Object.entries(files)) {
      const entry =
        content === undefined
          ? `0 ${NOTHING}`
          : `100644 ${await git(['hash-object', '-w', '--stdin'], content)}`;
      await git(['update-index', '--index-info'], `${entry}\t${path}\n`);
    }
    const tree = await git(['write-tree']);
    const commit = await git([
      'commit-tree',
      tree,
      ...(head ? ['-p', head] : []),
      '-m',
      'by hand',
    ]);
    try {
      await git(['update-ref', 'refs/heads/main', commit, head || NOTHING]);
      return commit;
    } catch {
      // The branch has moved meanwhile.
    }
  }
}
