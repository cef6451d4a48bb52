import type { RequestStateName } from '@promissory/plugin-promises-common';
import { decideTrigger } from '../plan/decideTrigger';
import { desiredRun } from '../plan/desiredRun';
import { isActive } from '../plan/isActive';
import { promiseGate } from '../plan/promiseGate';
import type { RequestSnapshot } from '../plan/snapshot';
import type { Schedule } from '../scheduling/types';
import { deriveDeletionState } from './deriveDeletionState';
import { deriveDeliveryState } from './deriveDeliveryState';
import { setAsideState } from './setAsideState';
import { describePipeline, type PipelineDetail } from './describePipeline';

/** The one truthful state of a request, without the time since when. */
export interface DerivedState {
  readonly name: RequestStateName;
  readonly reason: string;
  readonly message: string;
  readonly detail: PipelineDetail;
}

/**
 * The state of a request, from its conditions, runs, placements, pause and deletion; the first match wins. Never
 * greener than the evidence: what is not known to be written is not delivered.
 */
export function deriveRequestState(
  snapshot: RequestSnapshot,
  difference: Schedule,
): DerivedState {
  const { request, configureRun } = snapshot;
  if (request.deletedAt) {
    return state('Deleted', 'Deleted', 'Everything of this request is gone');
  }
  if (request.setAside) return setAsideState(request);
  if (request.deleteRequestedAt) return deriveDeletionState(snapshot);
  if (request.paused) {
    return state(
      'Paused',
      'PausedReconciliation',
      'Paused: nothing is run or written until it is resumed',
    );
  }
  if (isActive(configureRun)) return running(snapshot);
  const waiting = waitingState(snapshot);
  if (waiting) return waiting;
  if (configureRun?.state === 'Suspended') return suspended(snapshot);
  if (configureRun?.state === 'Failed') return failed(snapshot);
  return deriveDeliveryState(snapshot, difference);
}

function running(snapshot: RequestSnapshot): DerivedState {
  const { configureRun: run, runningStep, request } = snapshot;
  const detail = describePipeline(snapshot, run!, 'configure', runningStep);
  const outdated =
    run!.generation === request.generation
      ? ''
      : `; generation ${request.generation} starts when it ends`;
  return {
    name: 'Running',
    reason: 'PipelinesInProgress',
    message:
      detail.pipeline === undefined
        ? 'The workflow is about to end'
        : `Pipeline ${detail.pipelineIndex} of ${detail.pipelineCount}, ${detail.pipeline}${outdated}`,
    detail,
  };
}

/** A run has to start and has not. */
function waitingState(snapshot: RequestSnapshot): DerivedState | undefined {
  const { request, promise, configureRun } = snapshot;
  const desired = desiredRun(snapshot);
  if (!desired && !configureRun) {
    return state('Pending', promise.reason, promise.message);
  }
  const trigger =
    desired &&
    decideTrigger({
      run: configureRun,
      desired,
      wanted: request.wantedTrigger,
    });
  if (!trigger) return undefined;
  if (!promiseGate(promise)) {
    return state(
      'Pending',
      `Promise${promise.state}`,
      `Waits for Promise ${promise.name}, which is ${promise.state}: ${promise.message}`,
    );
  }
  return state('Pending', 'WorkflowPending', 'The workflow is about to start');
}

function suspended(snapshot: RequestSnapshot): DerivedState {
  const run = snapshot.configureRun!;
  const detail = describePipeline(snapshot, run, 'configure');
  return {
    name: 'Suspended',
    reason: run.reason ?? (run.nextTryAt ? 'RetryAfter' : 'WorkflowSuspended'),
    message: run.message || `Pipeline ${detail.pipeline} asked to wait`,
    detail: {
      ...detail,
      ...(run.nextTryAt ? { nextTryAt: run.nextTryAt } : {}),
    },
  };
}

function failed(snapshot: RequestSnapshot): DerivedState {
  const run = snapshot.configureRun!;
  const detail = describePipeline(snapshot, run, 'configure');
  const delivered = snapshot.request.deliveredGeneration;
  const cause = `Pipeline ${detail.pipeline} failed${
    run.message ? `: ${run.message}` : ''
  }`;
  return {
    name: delivered === undefined ? 'Failed' : 'Degraded',
    reason: run.reason ?? 'ConfigureWorkflowFailed',
    message:
      delivered === undefined
        ? cause
        : `${cause}. Generation ${delivered} is what stands`,
    detail,
  };
}

function state(
  name: RequestStateName,
  reason: string,
  message: string,
): DerivedState {
  return { name, reason, message, detail: {} };
}
