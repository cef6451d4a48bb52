import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { DRY_RUN_UID } from '../order/dryRunUid';
import { loadRequest } from '../requests/loadRequest';
import { readGoal } from '../wait/readGoal';
import type { ActionServices } from './ActionServices';
import { waitExamples } from './examples/waitExamples';
import { finishStep } from './finishStep';
import { giveOutputs } from './giveOutputs';
import { referenceInput } from './referenceInput';
import { requestOutput } from './requestOutput';
import { runForPerson } from './runForPerson';
import { toOutputs } from './toOutputs';
import { waitInput } from './waitInput';

/** `promise:wait`: waits for a request that something else has placed or changed. */
export function createWaitAction(services: ActionServices) {
  return createTemplateAction({
    id: 'promise:wait',
    description: 'Waits for a request, and gives its outputs',
    supportsDryRun: true,
    examples: waitExamples,
    schema: {
      input: {
        ...referenceInput,
        for: z =>
          z
            .enum(['accepted', 'delivered', 'deleted', 'ready'])
            .optional()
            .describe(
              'accepted: its workflow has started. delivered: everything is written to its destinations. deleted: everything of it is gone. ready is refused, because nothing reports it. Default: delivered',
            ),
        ...waitInput,
      },
      output: requestOutput,
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      const { links } = services;
      const goal = readGoal(input.for, 'delivered');
      await runForPerson(services, ctx, async session => {
        if (ctx.isDryRun && input.uid === DRY_RUN_UID) {
          logger.info('Dry run: there is no request to wait for');
          return;
        }
        const request = await loadRequest(session, input);
        if (ctx.isDryRun) {
          const url = links.request(request.uid);
          giveOutputs(ctx, toOutputs(request, { url, reached: true }));
          return;
        }
        await finishStep(session, {
          request,
          goal,
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
