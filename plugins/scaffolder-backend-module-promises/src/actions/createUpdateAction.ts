import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { applyChange } from '../change/applyChange';
import { changedBody } from '../change/changedBody';
import { dryRunOrder } from '../order/dryRunOrder';
import { DRY_RUN_UID } from '../order/dryRunUid';
import { orderKey } from '../order/orderKey';
import { loadRequest } from '../requests/loadRequest';
import { readGoal } from '../wait/readGoal';
import type { ActionServices } from './ActionServices';
import { deliveryGoalInput } from './deliveryGoalInput';
import { updateExamples } from './examples/updateExamples';
import { finishChange } from './finishChange';
import { giveOutputs } from './giveOutputs';
import { referenceInput } from './referenceInput';
import { requestOutput } from './requestOutput';
import { runForPerson } from './runForPerson';
import { referenceKey } from './referenceKey';
import { waitInput } from './waitInput';

/** `promise:update`: changes a request as it is now, and never what somebody makes of it later. */
export function createUpdateAction(services: ActionServices) {
  return createTemplateAction({
    id: 'promise:update',
    description: 'Changes a request, and waits until the change is delivered',
    supportsDryRun: true,
    examples: updateExamples,
    schema: {
      input: {
        ...referenceInput,
        spec: z =>
          z
            .record(z.any())
            .optional()
            .describe(
              'The fields to change: objects are merged, null removes a field',
            ),
        strategy: z =>
          z
            .enum(['merge', 'replace'])
            .optional()
            .describe(
              'merge: spec is merged into what is there. replace: spec is the whole one. Default: merge',
            ),
        owner: z => z.string().optional().describe('Entity ref of a new owner'),
        labels: z =>
          z.record(z.string()).optional().describe('Added to those there'),
        annotations: z =>
          z.record(z.string()).optional().describe('Added to those there'),
        comment: z =>
          z.string().optional().describe('Kept in the history of the request'),
        wait: deliveryGoalInput('accepted'),
        ...waitInput,
      },
      output: requestOutput,
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      const goal = readGoal(input.wait, 'accepted');
      const key = orderKey({ taskId: ctx.task.id, stepId: ctx.step?.id });
      const strategy = input.strategy ?? 'merge';
      await runForPerson(services, ctx, async session => {
        if (ctx.isDryRun && input.uid === DRY_RUN_UID) {
          logger.info('Dry run: there is no request that could be changed');
          return;
        }
        const change = { ...input, strategy, key };
        if (ctx.isDryRun) {
          const request = await loadRequest(session, input);
          const address = { ...request, promise: request.promise.name };
          const body = changedBody(request, change);
          giveOutputs(
            ctx,
            await dryRunOrder(session, {
              ...services,
              address,
              body,
              logger,
              change: true,
            }),
          );
          return;
        }
        const where = referenceKey(input);
        const { seen, body } = await ctx.checkpoint({
          key: `seen.${where}`,
          fn: async () => {
            const request = await loadRequest(session, input);
            const { uid, etag, namespace, name } = request;
            const promise = request.promise.name;
            return {
              seen: { uid, etag, promise, namespace, name },
              body: changedBody(request, change),
            };
          },
        });
        const { generation } = await ctx.checkpoint({
          key: `change.${where}`,
          fn: async () => {
            const { request } = await applyChange(session, { seen, body, key });
            return { generation: request.generation };
          },
        });
        await finishChange(session, {
          services,
          context: ctx,
          goal,
          uid: seen.uid,
          generation,
          done: 'changed',
        });
      });
    },
  });
}
