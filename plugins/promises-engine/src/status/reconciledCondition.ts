import type { DerivedCondition } from './conditionTypes';

/** What Reconciled is decided from. */
export interface ReconciledEvidence {
  /** nobody works on it until somebody asks for it */
  readonly setAside?: boolean;
  readonly paused: boolean;
  readonly suspended: boolean;
  readonly configure?: DerivedCondition;
  readonly works?: DerivedCondition;
}

/** Kratix's Reconciled; the first match wins. */
export function reconciledCondition(
  evidence: ReconciledEvidence,
): DerivedCondition {
  const { paused, suspended, configure, works } = evidence;
  const reconciled = (
    status: DerivedCondition['status'],
    reason: string,
    message: string,
  ): DerivedCondition => ({ type: 'Reconciled', status, reason, message });
  if (evidence.setAside) return reconciled('False', 'SetAside', 'Failing');
  if (paused) return reconciled('Unknown', 'PausedReconciliation', 'Paused');
  if (suspended) return reconciled('Unknown', 'WorkflowSuspended', 'Suspended');
  if (!configure || configure.reason === 'PipelinesInProgress') {
    return reconciled('Unknown', 'WorkflowPending', 'Pending');
  }
  if (configure.status === 'False') {
    return reconciled('False', 'ConfigureWorkflowFailed', 'Failing');
  }
  if (!works || works.status === 'Unknown') {
    return reconciled('Unknown', 'WorksPending', 'Pending');
  }
  return works.status === 'False'
    ? reconciled('False', 'WorksFailing', 'Failing')
    : reconciled('True', 'Reconciled', 'Reconciled');
}
