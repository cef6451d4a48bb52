import type { Run, WorkflowAction } from '@promissory/plugin-promises-common';
import type { Schedule } from '../scheduling/types';
import type { WorkloadGroup } from '../workflow/types';

/** Begin a workflow from its first pipeline. */
export interface StartRunAction {
  readonly kind: 'startRun';
  readonly workflow: WorkflowAction;
  readonly trigger: Run['trigger'];
  readonly generation: number;
  readonly revisionId: string;
  readonly hash: string;
  readonly pipelineCount: number;
  readonly actor?: string;
}

/** One step of fulfilment; a performer does exactly one, then the plan is asked again. */
export type Action =
  | StartRunAction
  /** run the suspended pipeline again */
  | { readonly kind: 'resumeRun'; readonly runId: string }
  | {
      readonly kind: 'runPipeline';
      readonly runId: string;
      readonly pipelineIndex: number;
    }
  /** end a run whose outcome nobody wants any more */
  | {
      readonly kind: 'endRun';
      readonly runId: string;
      readonly state: 'Superseded' | 'Cancelled';
      readonly message: string;
    }
  /** all pipelines succeeded; Works of pipelines that are no longer in the workflow go */
  | {
      readonly kind: 'finishRun';
      readonly runId: string;
      readonly removeWorkIds: readonly string[];
    }
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  /** drop rows of placements whose files are gone */
  | {
      readonly kind: 'forgetPlacements';
      readonly placementIds: readonly string[];
    }
  /** drop all Works and ask for the removal of all files */
  | { readonly kind: 'removeFiles' }
  /** the request is gone; keep its tombstone */
  | { readonly kind: 'tombstone' }
  | {
      readonly kind: 'writeStaticDependencies';
      readonly group: WorkloadGroup;
      readonly content: string;
    }
  | { readonly kind: 'removeWorks'; readonly workIds: readonly string[] }
  | {
      readonly kind: 'recordAvailability';
      readonly state: 'Available' | 'Unavailable';
      readonly reason: string;
      readonly message: string;
    }
  /** nothing to do before something changes, or before a time */
  | { readonly kind: 'rest'; readonly until?: Date };
