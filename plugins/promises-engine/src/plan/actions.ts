import type { Run, WorkflowAction } from '@promissory/plugin-promises-common';
import type { ChildFacts, WantedChild } from '../children/types';
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

/** Order a child, or make one what its parent wants. */
export interface ApplyChildAction {
  readonly kind: 'applyChild';
  /** of the child to change; absent for a new one */
  readonly uid?: string;
  readonly promiseId: string;
  readonly promiseName: string;
  readonly namespace: string;
  readonly name: string;
  /** by which it was admitted; absent where its spec stays as it is */
  readonly revisionId?: string;
  readonly labels: WantedChild['document']['labels'];
  readonly annotations: WantedChild['document']['annotations'];
  readonly spec: WantedChild['spec'];
  /** makes a generation */
  readonly changesSpec: boolean;
}

/** Delete a child that nothing asks for any more. */
export interface DeleteChildAction {
  readonly kind: 'deleteChild';
  readonly uid: ChildFacts['uid'];
}

/** One step of fulfilment; a performer does exactly one, then the plan is asked again. */
export type Action =
  | StartRunAction
  | ApplyChildAction
  | DeleteChildAction
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
