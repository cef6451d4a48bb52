import type { RequestState } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { readRequestFacts } from '../database/operations/requests/readRequestFacts';
import { wakeWaitingRun } from '../database/operations/runs/wakeWaitingRun';
import type { RequestRow } from '../database/rows/rows';
import type { RequestSnapshot } from '../plan/snapshot';
import { FIRST_IN_QUEUE } from './firstInQueue';
import { requestScope } from './requestScope';
import type { Changes } from './types';

/** States in which a child's own words are part of what its parent says. */
const QUOTED_STATES = [
  'Pending',
  'Suspended',
  'Failed',
  'Degraded',
  'Paused',
  'Deleting',
];

/** States that may be what a pipeline of the parent waits for, or end its waiting. */
const SETTLED_STATES = ['Delivered', 'Ready', 'Failed'];

type ChildState = Pick<RequestState, 'name' | 'reason' | 'message' | 'since'>;

/** What follows for the parent of a request from another state of it: it is looked at, and its log tells why. */
export async function tellParent(
  transaction: Knex.Transaction,
  { request }: RequestSnapshot,
  state: ChildState,
): Promise<Required<Changes>> {
  const isToldOf =
    request.state.name !== state.name ||
    (QUOTED_STATES.includes(state.name) &&
      request.state.message !== state.message);
  const parent =
    isToldOf && request.parentUid
      ? await transaction<RequestRow>('requests')
          .where({ uid: request.parentUid })
          .first()
      : undefined;
  if (!parent) return { enqueue: [], events: [] };
  if (
    SETTLED_STATES.includes(state.name) &&
    request.state.name !== state.name
  ) {
    await wakeWaitingRun(transaction, {
      requestUid: parent.uid,
      at: state.since,
    });
  }
  return {
    enqueue: [{ kind: 'request', key: parent.uid, runAt: FIRST_IN_QUEUE }],
    events: [
      {
        ...requestScope(readRequestFacts(parent)),
        type: 'RequestChildChanged',
        payload: {
          child: {
            uid: request.uid,
            promise: request.promiseName,
            namespace: request.namespace,
            name: request.name,
          },
          state: {
            name: state.name,
            reason: state.reason,
            message: state.message,
            since: state.since,
          },
          previous: request.state.name,
        },
      },
    ],
  };
}
