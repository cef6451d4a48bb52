import { describeIdentity } from '../children/describeIdentity';
import { isActive } from '../plan/isActive';
import type { RequestSnapshot } from '../plan/snapshot';
import { describePipeline, type PipelineDetail } from './describePipeline';
import type { DerivedState } from './deriveRequestState';

/** How far a deletion is, and what keeps it. */
export function deriveDeletionState(snapshot: RequestSnapshot): DerivedState {
  const { configureRun, deleteRun, runningStep } = snapshot;
  if (isActive(configureRun)) {
    return deleting(
      'WaitingForPipeline',
      'The pipeline in flight ends first',
      describePipeline(snapshot, configureRun, 'configure', runningStep),
    );
  }
  if (!deleteRun) return removing(snapshot);
  const detail = describePipeline(snapshot, deleteRun, 'delete', runningStep);
  if (isActive(deleteRun)) {
    return deleting(
      'DeletePipelinesInProgress',
      `Delete pipeline ${detail.pipelineIndex ?? deleteRun.pipelineCount} of ${
        deleteRun.pipelineCount
      }`,
      detail,
    );
  }
  if (deleteRun.state === 'Failed') {
    return deleting(
      'DeleteWorkflowFailed',
      `The Delete Pipeline has failed: ${detail.pipeline}${
        deleteRun.message ? `: ${deleteRun.message}` : ''
      }. Nothing was removed; retry it`,
      detail,
    );
  }
  if (deleteRun.state === 'Suspended') {
    return deleting(
      'DeleteWorkflowSuspended',
      deleteRun.message || 'The delete workflow is suspended',
      {
        ...detail,
        ...(deleteRun.nextTryAt ? { nextTryAt: deleteRun.nextTryAt } : {}),
      },
    );
  }
  return removing(snapshot);
}

function removing({
  works,
  placements,
  children,
}: RequestSnapshot): DerivedState {
  const left = placements.filter(({ state }) => state !== 'Removed');
  const stuck = left.find(({ removing: r, message }) => r && message);
  if (works.length > 0 || left.some(placement => !placement.removing)) {
    return deleting('WorkflowPending', 'The deletion is about to start');
  }
  if (stuck?.state === 'Failed') {
    return deleting(
      stuck.reason ?? 'RemovalFailed',
      `Files cannot be removed from ${stuck.destination}: ${stuck.message}`,
      stuck.nextTryAt ? { nextTryAt: stuck.nextTryAt } : {},
    );
  }
  const [child, ...others] = children.present;
  if (child && left.length === 0) {
    return deleting(
      'ChildrenDeleting',
      `All files are removed; waits for the removal of ${describeIdentity(
        child,
      )}${others.length > 0 ? ` and ${others.length} more` : ''}: ${
        child.state.message
      }`,
    );
  }
  return deleting(
    'RemovingFiles',
    left.length > 0
      ? `Files are being removed from ${left
          .map(({ destination }) => destination)
          .join(', ')}`
      : 'All files are removed',
  );
}

function deleting(
  reason: string,
  message: string,
  detail: PipelineDetail = {},
): DerivedState {
  return { name: 'Deleting', reason, message, detail };
}
