import type { LoggerService } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import { describeRequest } from '../requests/describeRequest';
import type { PromisesSession } from '../session/PromisesSession';
import type { WaitGoal } from '../wait/WaitGoal';
import type { ActionServices } from './ActionServices';
import { finishStep } from './finishStep';
import { giveOutputs } from './giveOutputs';

/** What was ordered or changed, and how the step was asked to end. */
export interface FinishChangeOptions {
  readonly services: Pick<ActionServices, 'links'>;
  readonly context: Parameters<typeof giveOutputs>[0] & {
    readonly logger: Pick<LoggerService, 'info' | 'warn'>;
    readonly input: {
      readonly timeout?: HumanDuration;
      readonly failIfStillRunning?: boolean;
    };
  };
  /** Read before anything was done. */
  readonly goal: WaitGoal;
  readonly uid: string;
  /** Of the order or the change; a later one is not waited for. */
  readonly generation: number;
  readonly done: 'ordered' | 'changed';
}

/** Says what was done, with the link, and waits for it as far as that is wanted. */
export async function finishChange(
  session: PromisesSession,
  options: FinishChangeOptions,
): Promise<void> {
  const { services, context, goal, uid, generation, done } = options;
  const { input, logger } = context;
  const request = await session.call((api, call) => api.getRequest(uid, call));
  logger.info(
    `${describeRequest(request)} is ${done}: ${services.links.request(uid)}`,
  );
  await finishStep(session, {
    request: { ...request, generation },
    goal,
    timeout: input.timeout,
    failIfStillRunning: input.failIfStillRunning,
    links: services.links,
    logger,
    output: outputs => giveOutputs(context, outputs),
  });
}
