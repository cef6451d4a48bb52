import { getPipelines } from '@promissory/plugin-promises-common';
import type { Action } from './actions';
import { asksToStartOver, decideActiveRun } from './decideActiveRun';
import { decideSuspendedRun } from './decideSuspendedRun';
import { isActive } from './isActive';
import type { RequestSnapshot, RunFacts } from './snapshot';

/**
 * The order in which a request goes: its configure run ends, the delete workflow runs, files are removed, which nothing
 * is left to ask for its children after, and when all of them are gone rows follow.
 * A request that never ran has nothing that a delete workflow could undo.
 */
export function decideDeletion(snapshot: RequestSnapshot, now: Date): Action {
  const { configureRun, deleteRun, works, placements } = snapshot;
  if (isActive(configureRun) || configureRun?.state === 'Suspended') {
    return {
      kind: 'endRun',
      runId: configureRun.id,
      state: 'Cancelled',
      message: 'The request is being deleted',
    };
  }
  if (configureRun && deleteRun?.state !== 'Succeeded') {
    const action = decideDeleteRun(snapshot, configureRun, now);
    if (action) return action;
  }
  if (works.length > 0 || placements.some(isStanding)) {
    return { kind: 'removeFiles' };
  }
  const { present } = snapshot.children;
  const child = present.find(({ deleting }) => !deleting);
  if (child) return { kind: 'deleteChild', uid: child.uid };
  return present.length === 0 &&
    placements.every(({ state }) => state === 'Removed')
    ? { kind: 'tombstone' }
    : { kind: 'rest' };
}

function isStanding(placement: { removing: boolean; state: string }): boolean {
  return !placement.removing && placement.state !== 'Removed';
}

/** Undefined where the Promise has no delete workflow. */
function decideDeleteRun(
  { request, revisions, deleteRun, works }: RequestSnapshot,
  configureRun: RunFacts,
  now: Date,
): Action | undefined {
  const wanted = request.wantedTrigger;
  const revision = revisions.get(configureRun.revisionId);
  const pipelines = revision
    ? getPipelines(revision.definition, 'resource', 'delete')
    : [];
  if (isActive(deleteRun)) {
    return decideActiveRun({
      run: deleteRun,
      startOver: asksToStartOver(wanted),
      pipelineNames: pipelines.map(({ metadata }) => metadata.name),
      works,
    });
  }
  if (deleteRun?.state === 'Suspended') {
    const next = decideSuspendedRun({
      run: deleteRun,
      startOver: asksToStartOver(wanted),
      wanted,
      now,
    });
    return next ?? rest(deleteRun.nextTryAt);
  }
  if (deleteRun?.state === 'Failed' && !wanted) return { kind: 'rest' };
  if (!revision || pipelines.length === 0) return undefined;
  return {
    kind: 'startRun',
    workflow: 'delete',
    trigger: deleteRun && wanted ? wanted : 'delete',
    generation: request.generation,
    revisionId: revision.id,
    hash: configureRun.hash,
    pipelineCount: pipelines.length,
    actor: (deleteRun && request.wantedBy) || request.deleteRequestedBy,
  };
}

function rest(until: string | undefined): Action {
  return until ? { kind: 'rest', until: new Date(until) } : { kind: 'rest' };
}
