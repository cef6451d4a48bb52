import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { ProgressLog } from '../progress/ProgressLog';
import type { PromisesSession } from '../session/PromisesSession';
import { TaskCancelledError } from '../session/TaskCancelledError';
import { decideWait } from './decideWait';
import { Waker } from './Waker';
import type { WaitGoal } from './WaitGoal';

/** Looks again after this time even if no event came: an event may be lost, the state is not. */
const LOOK_AGAIN_MS = 5_000;

/** Whom to wait for, for what, and how long. */
export interface FollowOptions {
  readonly uid: string;
  readonly generation: number;
  readonly goal: WaitGoal;
  readonly logger: Pick<LoggerService, 'info' | 'warn'>;
  /** Milliseconds; until the person's sign-in ends where absent. */
  readonly limitMs?: number;
}

/** How a wait ended. `stillRunning` says that nothing is wrong, only that nobody waits any longer. */
export type FollowResult =
  | { readonly kind: 'reached'; readonly request: ResourceRequestDetail }
  | {
      readonly kind: 'failed';
      readonly request: ResourceRequestDetail;
      readonly message: string;
    }
  | {
      readonly kind: 'stillRunning';
      /** As it was seen last. */
      readonly request: ResourceRequestDetail | undefined;
      readonly message: string;
    };

/** Follows a request until the goal, its failure, the limit, the end of the sign-in, or the task's cancellation. */
export async function followRequest(
  session: PromisesSession,
  options: FollowOptions,
): Promise<FollowResult> {
  const { uid, goal, generation, logger, limitMs } = options;
  const waker = Waker.create({ signal: session.signal, limitMs });
  const watching = new AbortController();
  const stream = session
    .watch(uid, { signal: watching.signal, onEvent: () => waker.wake() })
    // Without the stream the request is looked at now and then.
    .catch(() => {});
  let request: ResourceRequestDetail | undefined;
  const progress = ProgressLog.create({ session, uid, logger });
  try {
    for (;;) {
      request = await session.call((api, call) => api.getRequest(uid, call));
      await progress.tell();
      const decision = decideWait(request, { goal, generation });
      if (decision.kind !== 'waiting') return { ...decision, request };
      const woken = await waker.wait(LOOK_AGAIN_MS);
      if (woken === 'cancelled') throw new TaskCancelledError();
      if (woken === 'limit') {
        return { kind: 'stillRunning', request, message: 'the limit is over' };
      }
    }
  } catch (error) {
    if (session.signal?.aborted) throw new TaskCancelledError();
    if (!isError(error) || error.name !== 'SessionEndedError') throw error;
    return {
      kind: 'stillRunning',
      request,
      message: 'the sign-in of who started this task has ended',
    };
  } finally {
    watching.abort();
    waker.close();
    await stream;
  }
}
