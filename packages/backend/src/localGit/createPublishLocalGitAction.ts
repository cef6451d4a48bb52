import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseRepoUrl } from './parseRepoUrl';
import { publishDirectory } from './publishDirectory';

/** `publish:local-git`: takes what `publish:github` takes, and makes a bare repository below a folder. */
export function createPublishLocalGitAction(options: {
  /** Absolute path. */
  readonly directory: string;
}) {
  return createTemplateAction({
    id: 'publish:local-git',
    description:
      'Makes a bare Git repository on this machine, as publish:github makes one on GitHub; for development',
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z
            .string()
            .describe('For example github.com?owner=example&repo=orders'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace that is committed'),
        defaultBranch: z => z.string().optional().describe('Default: main'),
        gitCommitMessage: z =>
          z.string().optional().describe('Default: Initial commit'),
      },
      output: {
        remoteUrl: z =>
          z.string().describe('Address that the repository would have'),
        repoContentsUrl: z => z.string().describe('Address of its files'),
        commitHash: z => z.string().describe('Its first commit'),
        path: z => z.string().describe('Where it is on this machine'),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const branch = input.defaultBranch ?? 'main';
      const { host, owner, repo } = parseRepoUrl(input.repoUrl);
      const path = join(options.directory, host, owner, `${repo}.git`);
      const address = `https://${host}/${owner}/${repo}`;
      ctx.output('remoteUrl', `${address}.git`);
      ctx.output('repoContentsUrl', `${address}/blob/${branch}`);
      ctx.output('path', path);
      if (ctx.isDryRun) {
        ctx.logger.info(`Dry run: ${path} would be made`);
        ctx.output('commitHash', '0'.repeat(40));
        return;
      }
      const name = ctx.user?.entity?.spec.profile?.displayName;
      const email = ctx.user?.entity?.spec.profile?.email;
      const commit = await publishDirectory({
        source: resolveSafeChildPath(
          ctx.workspacePath,
          input.sourcePath ?? '.',
        ),
        repository: path,
        branch,
        message: input.gitCommitMessage ?? 'Initial commit',
        author: {
          name: name ?? ctx.user?.ref ?? 'Scaffolder',
          email: email ?? 'scaffolder@example.com',
        },
        key: `${ctx.task.id}:${ctx.step?.id}`,
      });
      ctx.output('commitHash', commit);
      ctx.logger.info(`Made ${path} with the commit ${commit}`);
    },
  });
}
