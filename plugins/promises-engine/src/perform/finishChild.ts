import type { Knex } from 'knex';
import type { NewEvent } from '../events/types';
import { restoreWork } from '../queue';
import { FIRST_IN_QUEUE } from './firstInQueue';
import { refreshRequestState } from './refreshRequestState';
import type { Changes, PerformTools } from './types';

/** What follows from a change of a child that its parent made: the child's state, its events, and who is to look at it. */
export async function finishChild(
  transaction: Knex.Transaction,
  options: {
    readonly uid: string;
    readonly event: NewEvent;
    readonly wake: boolean;
    readonly tools: PerformTools;
  },
): Promise<Changes> {
  const { uid, event, wake, tools } = options;
  const { revisions, children } = tools;
  if (wake) {
    await restoreWork(transaction, { kind: 'request', key: uid });
  }
  const refreshed = await refreshRequestState(transaction, {
    uid,
    revisions,
    children,
    now: tools.now(),
  });
  return {
    // The parent looks at itself after this anyway.
    enqueue: wake ? [{ kind: 'request', key: uid, runAt: FIRST_IN_QUEUE }] : [],
    events: [event, ...refreshed.events],
  };
}
