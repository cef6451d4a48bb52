import { cp } from 'node:fs/promises';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { runGit } from '../localGit/runGit';

/** Others push too: how often to build on what they pushed. */
const TRIES = 200;

/** `measured:push-to-git`: clones a branch, adds the files of the workspace, commits and pushes. */
export function createPushToGitAction() {
  return createTemplateAction({
    id: 'measured:push-to-git',
    description:
      'Adds the files of the workspace to a repository, with a commit of its own; for measurements',
    schema: {
      input: {
        repository: z => z.string().describe('URL that git can push to'),
        message: z => z.string().describe('Of the commit'),
      },
    },
    async handler(ctx) {
      const { repository, message } = ctx.input;
      const clone = await ctx.createTemporaryDirectory();
      await runGit([
        'clone',
        '--quiet',
        '--depth=1',
        '--branch=main',
        repository,
        clone,
      ]);
      await cp(ctx.workspacePath, clone, { recursive: true });
      const git = (...parameters: string[]) =>
        runGit(['-C', clone, ...parameters]);
      const author = [
        '-c',
        'user.name=scaffolder',
        '-c',
        'user.email=scaffolder@example.com',
      ];
      await git('add', '--all', '.');
      await git(...author, 'commit', '--quiet', '-m', message);
      for (let attempt = 1; ; attempt += 1) {
        try {
          await git('push', '--quiet', 'origin', 'HEAD:main');
          return;
        } catch (error) {
          if (attempt === TRIES) throw error;
        }
        await git('fetch', '--quiet', '--depth=1', 'origin', 'main');
        await git(
          ...author,
          'rebase',
          '--quiet',
          '--onto',
          'FETCH_HEAD',
          'HEAD~1',
        );
      }
    },
  });
}
