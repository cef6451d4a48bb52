import { getPipelines } from '@promissory/plugin-promises-common';
import { asksToStartOver, decideActiveRun } from './decideActiveRun';
import { decideChildren } from './decideChildren';
import { decideDeletion } from './decideDeletion';
import { decidePlacements } from './decidePlacements';
import { decideSuspendedRun } from './decideSuspendedRun';
import { decideTrigger } from './decideTrigger';
import { desiredRun, isOutdated, type DesiredRun } from './desiredRun';
import { intervalDue } from './intervalDue';
import { isActive } from './isActive';
import { placementOwner } from './placementOwner';
import { promiseGate } from './promiseGate';
import type { Action, RequestSnapshot } from './types';

/** What a plan is made with besides the snapshot. */
export interface PlanOptions {
  readonly now: Date;
  /** Kratix's reconciliationInterval, for Promises that name none. */
  readonly defaultIntervalMs: number;
}

/**
 * The one next action for a request, from everything that is known about it. An explicit deletion goes ahead of a
 * pause: who deletes does not expect to be held up by it.
 */
export function planRequest(
  snapshot: RequestSnapshot,
  options: PlanOptions,
): Action {
  const { request } = snapshot;
  if (request.deletedAt) return { kind: 'rest' };
  if (request.deleteRequestedAt) return decideDeletion(snapshot, options.now);
  if (request.paused) return { kind: 'rest' };
  const desired = desiredRun(snapshot);
  const run = desired && decideConfigure(snapshot, desired, options);
  return (
    run ??
    decidePlacements(snapshot, placementOwner(snapshot)) ??
    decideChildren(snapshot) ??
    (desired ? decideInterval(snapshot, desired, options) : { kind: 'rest' })
  );
}

function decideConfigure(
  snapshot: RequestSnapshot,
  desired: DesiredRun,
  { now }: PlanOptions,
): Action | undefined {
  const { request, promise, revisions, configureRun, works } = snapshot;
  const wanted = request.wantedTrigger;
  const open = promiseGate(promise);
  const startOver =
    configureRun !== undefined &&
    open &&
    (isOutdated(configureRun, desired) || asksToStartOver(wanted));
  if (isActive(configureRun)) {
    const definition = revisions.get(configureRun.revisionId)?.definition;
    const next = decideActiveRun({
      run: configureRun,
      startOver,
      pipelineNames: definition
        ? getPipelines(definition, 'resource', 'configure').map(
            ({ metadata }) => metadata.name,
          )
        : [],
      works,
    });
    // Files and children of pipelines that are done are on their way while the next one runs.
    const before =
      next.kind === 'runPipeline'
        ? decidePlacements(snapshot, placementOwner(snapshot)) ??
          decideChildren(snapshot)
        : undefined;
    return before ?? next;
  }
  if (configureRun?.state === 'Suspended') {
    return decideSuspendedRun({ run: configureRun, startOver, wanted, now });
  }
  const trigger = decideTrigger({ run: configureRun, desired, wanted });
  return trigger && open ? startRun(snapshot, desired, trigger) : undefined;
}

function decideInterval(
  snapshot: RequestSnapshot,
  desired: DesiredRun,
  { now, defaultIntervalMs }: PlanOptions,
): Action {
  const { configureRun, promise } = snapshot;
  if (configureRun?.state === 'Suspended' && configureRun.nextTryAt) {
    return { kind: 'rest', until: new Date(configureRun.nextTryAt) };
  }
  const due = intervalDue(configureRun, desired.revision, defaultIntervalMs);
  if (!due || !promiseGate(promise)) return { kind: 'rest' };
  return due <= now
    ? startRun(snapshot, desired, 'interval')
    : { kind: 'rest', until: due };
}

function startRun(
  { request, generation }: RequestSnapshot,
  { revision, hash }: DesiredRun,
  trigger: NonNullable<ReturnType<typeof decideTrigger>>,
): Action {
  const actor = {
    order: generation.actor,
    change: generation.actor,
    interval: undefined,
    revision: undefined,
  };
  return {
    kind: 'startRun',
    workflow: 'configure',
    trigger,
    generation: generation.generation,
    revisionId: revision.id,
    hash,
    pipelineCount: getPipelines(revision.definition, 'resource', 'configure')
      .length,
    actor:
      trigger in actor
        ? actor[trigger as keyof typeof actor]
        : request.wantedBy,
  };
}
