import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { dryRunOrder } from '../order/dryRunOrder';
import { orderKey } from '../order/orderKey';
import { placeOrder } from '../order/placeOrder';
import { readGoal } from '../wait/readGoal';
import type { ActionServices } from './ActionServices';
import { deliveryGoalInput } from './deliveryGoalInput';
import { requestExamples } from './examples/requestExamples';
import { finishChange } from './finishChange';
import { giveOutputs } from './giveOutputs';
import { requestOutput } from './requestOutput';
import { runForPerson } from './runForPerson';
import { waitInput } from './waitInput';

/** `promise:request`: places one order, however often the step is run. */
export function createRequestAction(services: ActionServices) {
  return createTemplateAction({
    id: 'promise:request',
    description:
      'Orders what a Promise offers, and waits until it is accepted or delivered',
    supportsDryRun: true,
    examples: requestExamples,
    schema: {
      input: {
        promise: z => z.string().describe('Name of the Promise'),
        name: z => z.string().describe('Name of the request'),
        namespace: z =>
          z
            .string()
            .optional()
            .describe('Namespace of the request; default: default'),
        spec: z =>
          z
            .record(z.any())
            .describe("What is ordered, by the Promise's own schema"),
        owner: z =>
          z
            .string()
            .optional()
            .describe(
              'Entity ref of the owner; needed only by who can order for more than one',
            ),
        labels: z => z.record(z.string()).optional(),
        annotations: z => z.record(z.string()).optional(),
        comment: z =>
          z.string().optional().describe('Kept in the history of the request'),
        key: z =>
          z
            .string()
            .optional()
            .describe(
              'Steps with the same key and request are one order, also in different tasks; default: task and step',
            ),
        wait: deliveryGoalInput('accepted'),
        ...waitInput,
      },
      output: requestOutput,
    },
    async handler(ctx) {
      const { input, logger } = ctx;
      const goal = readGoal(input.wait, 'accepted');
      const address = {
        promise: input.promise,
        namespace: input.namespace ?? 'default',
        name: input.name,
      };
      const body = {
        spec: input.spec,
        metadata: { labels: input.labels, annotations: input.annotations },
        owner: input.owner,
        comment: input.comment,
      };
      await runForPerson(services, ctx, async session => {
        if (ctx.isDryRun) {
          giveOutputs(
            ctx,
            await dryRunOrder(session, { address, body, logger, ...services }),
          );
          return;
        }
        const key = orderKey({
          given: input.key,
          taskId: ctx.task.id,
          stepId: ctx.step?.id,
        });
        // An `each` step has one name for all its turns: the address tells their checkpoints apart.
        const placed = await ctx.checkpoint({
          key: `order.${Object.values(address).join('/')}`,
          fn: async () => {
            const order = await placeOrder(session, { address, body, key });
            return {
              uid: order.request.uid,
              generation: order.request.generation,
            };
          },
        });
        await finishChange(session, {
          services,
          context: ctx,
          goal,
          ...placed,
          done: 'ordered',
        });
      });
    },
  });
}
