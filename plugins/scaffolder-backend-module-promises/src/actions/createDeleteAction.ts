import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { NotAllowedError } from '@backstage/errors';
import { DRY_RUN_UID } from '../order/dryRunUid';
import { deleteRequest } from '../removal/deleteRequest';
import { describeRequest } from '../requests/describeRequest';
import { loadRequest } from '../requests/loadRequest';
import type { ActionServices } from './ActionServices';
import { deleteExamples } from './examples/deleteExamples';
import { finishStep } from './finishStep';
import { giveOutputs } from './giveOutputs';
import { referenceInput } from './referenceInput';
import { referenceKey } from './referenceKey';
import { requestOutput } from './requestOutput';
import { runForPerson } from './runForPerson';
import { toOutputs } from './toOutputs';
import { waitInput } from './waitInput';

/** `promise:delete`: deletes the request that it finds first, never one that has its name later. */
export function createDeleteAction(services: ActionServices) {
  return createTemplateAction({
    id: 'promise:delete',
    description: 'Deletes a request, and waits until everything of it is gone',
    supportsDryRun: true,
    examples: deleteExamples,
    schema: {
      input: {
        ...referenceInput,
        wait: z =>
          z
            .enum(['none', 'accepted', 'deleted'])
            .optional()
            .describe(
              'Until when to wait. none, accepted: until its deletion is asked for. deleted: until everything of it is gone. Default: deleted',
            ),
        ...waitInput,
      },
      output: requestOutput,
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      const { links } = services;
      await runForPerson(services, ctx, async session => {
        if (ctx.isDryRun) {
          if (input.uid === DRY_RUN_UID) {
            logger.info('Dry run: there is no request that could be deleted');
            return;
          }
          const found = await loadRequest(session, input);
          if (!found.can?.delete) {
            throw new NotAllowedError(
              `You may not delete ${describeRequest(found)}`,
            );
          }
          logger.info(`Dry run: ${describeRequest(found)} would be deleted`);
          const url = links.request(found.uid);
          giveOutputs(ctx, toOutputs(found, { url, reached: true }));
          return;
        }
        const seen = await ctx.checkpoint({
          key: `seen.${referenceKey(input)}`,
          fn: async () => {
            const { uid, etag } = await loadRequest(session, input);
            return { uid, etag };
          },
        });
        const request = await deleteRequest(session, seen);
        logger.info(
          `${describeRequest(request)} is being deleted: ${links.request(
            request.uid,
          )}`,
        );
        await finishStep(session, {
          request,
          goal: (input.wait ?? 'deleted') === 'deleted' ? 'deleted' : 'none',
          timeout: input.timeout,
          failIfStillRunning: input.failIfStillRunning,
          links,
          logger,
          output: outputs => giveOutputs(ctx, outputs),
        });
      });
    },
  });
}
