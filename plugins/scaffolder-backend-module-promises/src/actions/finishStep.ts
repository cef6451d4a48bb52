import type { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import { describeRequest } from '../requests/describeRequest';
import type { RequestLinks } from '../requests/RequestLinks';
import type { PromisesSession } from '../session/PromisesSession';
import { followRequest } from '../wait/followRequest';
import type { WaitGoal } from '../wait/WaitGoal';
import { toOutputs, type RequestOutputs } from './toOutputs';

/** The end of a step: waiting, as far as it is wanted, and the outputs. */
export interface FinishOptions {
  readonly request: ResourceRequest;
  readonly goal: WaitGoal;
  readonly timeout?: HumanDuration;
  readonly failIfStillRunning?: boolean;
  readonly links: RequestLinks;
  readonly logger: Pick<LoggerService, 'info' | 'warn'>;
  readonly output: (outputs: RequestOutputs) => void;
}

/** Waits for the goal and gives the outputs. Throws with the link where the goal cannot be reached. */
export async function finishStep(
  session: PromisesSession,
  options: FinishOptions,
): Promise<void> {
  const { goal, links, logger, output, timeout } = options;
  const { uid, generation } = options.request;
  const url = links.request(uid);
  const what = describeRequest(options.request);
  if (goal === 'none') {
    output(toOutputs(options.request, { url, reached: true }));
    return;
  }
  const result = await followRequest(session, {
    uid,
    generation,
    goal,
    logger,
    limitMs: timeout && durationToMilliseconds(timeout),
  });
  // Outputs of a failed step serve the steps that run in spite of it.
  output(
    toOutputs(result.request ?? options.request, {
      url,
      reached: result.kind === 'reached',
    }),
  );
  if (result.kind === 'failed') {
    throw new Error(`${what}: ${result.message}\n${url}`);
  }
  if (result.kind === 'stillRunning') {
    const text = `${what} is still running (${result.message}). Follow it at ${url}`;
    if (options.failIfStillRunning) throw new Error(text);
    logger.warn(text);
    return;
  }
  logger.info(`${what} is ${goal}: ${url}`);
}
