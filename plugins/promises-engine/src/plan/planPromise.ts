import { getPipelines } from '@promissory/plugin-promises-common';
import { decideActiveRun } from './decideActiveRun';
import { decideAvailability } from './decideAvailability';
import { decidePlacements } from './decidePlacements';
import { decideStaticDependencies } from './decideStaticDependencies';
import { decideSuspendedRun } from './decideSuspendedRun';
import { intervalDue } from './intervalDue';
import { isActive } from './isActive';
import type { PlanOptions } from './planRequest';
import type { Action, PromiseSnapshot, RevisionFacts } from './types';

const FULFILLED_STATES: readonly string[] = ['Available', 'Unavailable'];

/**
 * The one next action for a Promise. One that is withdrawn, untrusted, invalid or refused is left as it stands: nothing
 * of it is run, written or removed.
 */
export function planPromise(
  snapshot: PromiseSnapshot,
  options: PlanOptions,
): Action {
  const { promise, revisions } = snapshot;
  const revision = revisions.get(promise.currentRevisionId ?? '');
  if (
    !revision ||
    !promise.holdsName ||
    !FULFILLED_STATES.includes(promise.state)
  ) {
    return { kind: 'rest' };
  }
  const pipelines = getPipelines(revision.definition, 'promise', 'configure');
  return (
    decideStaticDependencies(snapshot, revision) ??
    recordAvailability(snapshot, revision) ??
    decideConfigure(snapshot, revision, pipelines.length, options) ??
    decideLeftovers(snapshot, pipelines.length) ??
    decidePlacements(snapshot, { promiseName: promise.name }) ??
    decideInterval(snapshot, revision, pipelines.length, options)
  );
}

/** Written before a run starts as well, so that requests do not start beside it. */
function recordAvailability(
  snapshot: PromiseSnapshot,
  revision: RevisionFacts,
): Action | undefined {
  const { promise } = snapshot;
  const availability = decideAvailability(snapshot, revision);
  return availability.state === promise.state &&
    availability.reason === promise.reason &&
    availability.message === promise.message
    ? undefined
    : { kind: 'recordAvailability', ...availability };
}

function decideConfigure(
  snapshot: PromiseSnapshot,
  revision: RevisionFacts,
  pipelineCount: number,
  { now }: PlanOptions,
): Action | undefined {
  const { configureRun: run, revisions, works } = snapshot;
  const startOver = run !== undefined && run.hash !== revision.specHash;
  if (isActive(run)) {
    const definition = revisions.get(run.revisionId)?.definition;
    const next = decideActiveRun({
      run,
      startOver,
      pipelineNames: definition
        ? getPipelines(definition, 'promise', 'configure').map(
            ({ metadata }) => metadata.name,
          )
        : [],
      works,
    });
    const placements =
      next.kind === 'runPipeline' &&
      decidePlacements(snapshot, { promiseName: snapshot.promise.name });
    return placements || next;
  }
  if (run?.state === 'Suspended') {
    return decideSuspendedRun({ run, startOver, now });
  }
  if (pipelineCount === 0) return undefined;
  if (!run) return startRun(revision, pipelineCount, 'order');
  return startOver || run.state === 'Superseded'
    ? startRun(revision, pipelineCount, 'revision')
    : undefined;
}

/** Without pipelines there is no run whose success could take the Works of former ones away. */
function decideLeftovers(
  { works }: PromiseSnapshot,
  pipelineCount: number,
): Action | undefined {
  const leftover = works.filter(({ type }) => type === 'promise');
  return pipelineCount === 0 && leftover.length > 0
    ? { kind: 'removeWorks', workIds: leftover.map(({ id }) => id) }
    : undefined;
}

function decideInterval(
  { configureRun }: PromiseSnapshot,
  revision: RevisionFacts,
  pipelineCount: number,
  { now, defaultIntervalMs }: PlanOptions,
): Action {
  if (configureRun?.state === 'Suspended' && configureRun.nextTryAt) {
    return { kind: 'rest', until: new Date(configureRun.nextTryAt) };
  }
  const due =
    pipelineCount > 0
      ? intervalDue(configureRun, revision, defaultIntervalMs)
      : undefined;
  if (!due) return { kind: 'rest' };
  return due <= now
    ? startRun(revision, pipelineCount, 'interval')
    : { kind: 'rest', until: due };
}

function startRun(
  revision: RevisionFacts,
  pipelineCount: number,
  trigger: 'order' | 'revision' | 'interval',
): Action {
  return {
    kind: 'startRun',
    workflow: 'configure',
    trigger,
    generation: revision.sequence,
    revisionId: revision.id,
    hash: revision.specHash,
    pipelineCount,
  };
}
