import type { Knex } from 'knex';
import type { ChildRules } from '../../../children/ChildRules';
import { isActive } from '../../../plan/isActive';
import type { RequestSnapshot } from '../../../plan/snapshot';
import type { RequestRow } from '../../rows/rows';
import { readChildrenFacts } from '../children/readChildrenFacts';
import { readPlacementFacts } from '../placements/readPlacementFacts';
import { readRevisions, type RevisionCache } from '../promises/readRevisions';
import { readDestinationFacts } from '../destinations/readDestinationFacts';
import { findNewestRuns } from '../runs/findNewestRuns';
import { findRunningStep } from '../steps/findRunningStep';
import { readWorkFacts } from '../works/readWorkFacts';
import { loadRequestSnapshot } from './loadRequestSnapshot';
import { readRequestFacts } from './readRequestFacts';

/** What a change of a request can touch without touching the rest of its snapshot. */
export type SnapshotPart =
  | 'request'
  | 'runs'
  | 'steps'
  | 'works'
  | 'placements';

/**
 * The snapshot of a request after a change of which it is known what it touches: only that is read. What others have
 * changed in the meantime has enqueued the request again, and is seen then; what changes its row is seen at once, and a
 * new generation or a deletion has everything read.
 */
export async function advanceRequestSnapshot(
  transaction: Knex.Transaction,
  options: {
    readonly previous: RequestSnapshot;
    /** As it was locked, before the change. */
    readonly row: RequestRow;
    readonly touches: readonly SnapshotPart[];
    readonly revisions: RevisionCache;
    readonly children: ChildRules;
  },
): Promise<RequestSnapshot | undefined> {
  const { previous, row, touches } = options;
  const { uid } = row;
  if (isOtherRequest(previous, row)) {
    return loadRequestSnapshot(transaction, { ...options, uid });
  }
  const owner = { requestUid: uid };
  const current = touches.includes('request')
    ? await transaction<RequestRow>('requests').where({ uid }).first()
    : row;
  if (!current) return undefined;
  let next: RequestSnapshot = {
    ...previous,
    request: { ...previous.request, ...readRequestFacts(current) },
  };
  if (touches.includes('runs')) {
    const runs = await findNewestRuns(transaction, owner);
    next = {
      ...next,
      configureRun: runs.configure,
      deleteRun: runs.delete,
      revisions: await readRevisions(
        transaction,
        [
          previous.promise.currentRevisionId,
          runs.configure?.revisionId,
          runs.delete?.revisionId,
        ],
        options.revisions,
      ),
    };
  }
  if (touches.includes('runs') || touches.includes('steps')) {
    const active = [next.deleteRun, next.configureRun].find(isActive);
    next = {
      ...next,
      runningStep: active && (await findRunningStep(transaction, active.id)),
    };
  }
  if (touches.includes('works')) {
    next = {
      ...next,
      works: await readWorkFacts(transaction, owner),
      destinations: await readDestinationFacts(transaction, row.platform),
    };
  }
  if (touches.includes('placements')) {
    next = {
      ...next,
      placements: await readPlacementFacts(transaction, owner),
    };
  }
  if (touches.includes('works') || touches.includes('placements')) {
    next = {
      ...next,
      children: await readChildrenFacts(transaction, {
        row: current,
        requiredPromises: requiredPromises(previous),
        works: next.works,
        placements: next.placements,
        destinations: next.destinations,
        revisions: options.revisions,
        rules: options.children,
      }),
    };
  }
  return next;
}

/** Whether somebody has asked for something else. */
function isOtherRequest(
  { request, promise }: RequestSnapshot,
  row: RequestRow,
): boolean {
  return (
    row.generation !== request.generation ||
    row.promise_id !== promise.id ||
    (row.delete_requested_at ?? undefined) !== request.deleteRequestedAt ||
    (row.deleted_at ?? undefined) !== request.deletedAt
  );
}

function requiredPromises({ promise, revisions }: RequestSnapshot): string[] {
  const current = revisions.get(promise.currentRevisionId ?? '');
  return (current?.definition.spec.requiredPromises ?? []).map(
    ({ name }) => name,
  );
}
