import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { advanceRequestSnapshot } from '../database/operations/requests/advanceRequestSnapshot';
import { loadRequestSnapshot } from '../database/operations/requests/loadRequestSnapshot';
import type { RequestRow } from '../database/rows/rows';
import type { NewEvent } from '../events/types';
import type { RequestSnapshot } from '../plan/snapshot';
import type { ReachedPoint } from '../points/reachPoint';
import type { EnqueueWorkOptions } from '../queue';
import { finishTransaction } from './finishTransaction';
import { planRows } from './planRows';
import { recordRequestState } from './refreshRequestState';
import type { PerformTools, RowsChange, Subject } from './types';

/** A run that ends and the placements of what it wrote; more is left to the next transaction. */
const CHANGES = 3;

/**
 * Makes a change and, where it goes on, those that the plan asks for next; then the state that follows from them, queue
 * entries and events, once for all. Answers the snapshot after it, and the points that are reached by the commit.
 */
export async function makeChanges(
  transaction: Knex.Transaction,
  options: {
    readonly subject: Subject;
    readonly tools: PerformTools;
    /** As it was locked. */
    readonly row: RequestRow | undefined;
    readonly previous: RequestSnapshot;
    readonly first: RowsChange;
  },
): Promise<{
  readonly snapshot: RequestSnapshot;
  readonly points: readonly ReachedPoint[];
}> {
  const { subject, tools, row, first } = options;
  const { revisions, children } = tools;
  const read = async (
    previous: RequestSnapshot,
    touches: RowsChange['touches'],
  ): Promise<RequestSnapshot> => {
    const { uid } = options.previous.request;
    const snapshot =
      touches && row
        ? await advanceRequestSnapshot(transaction, {
            previous,
            row,
            touches,
            revisions,
            children,
          })
        : await loadRequestSnapshot(transaction, { uid, revisions, children });
    if (!snapshot) throw new NotFoundError(`There is no request ${uid}`);
    return snapshot;
  };

  let snapshot = options.previous;
  const done: RowsChange[] = [];
  const enqueue: EnqueueWorkOptions[] = [];
  const events: NewEvent[] = [];
  for (
    let next: RowsChange | undefined = first;
    next && done.length < CHANGES;
    next = first.goesOn ? planRows(subject, snapshot, tools) : undefined
  ) {
    const changes = await next.change(transaction);
    enqueue.push(...(changes.enqueue ?? []));
    events.push(...(changes.events ?? []));
    done.push(next);
    // The row that was locked is older than the changes before this one.
    const isFirst = done.length === 1;
    snapshot = await read(
      snapshot,
      next.touches && [
        ...next.touches,
        ...(isFirst ? [] : ['request' as const]),
      ],
    );
  }
  const refreshed = await recordRequestState(
    transaction,
    snapshot,
    tools.now(),
  );
  await finishTransaction(transaction, {
    enqueue: [...enqueue, ...refreshed.enqueue],
    events: [...events, ...refreshed.events],
  });
  return {
    snapshot: refreshed.snapshot,
    points: done.flatMap(({ reaches }) => reaches ?? []),
  };
}
