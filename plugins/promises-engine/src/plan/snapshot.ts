import type {
  Condition,
  JsonObject,
  PolicyViolation,
  PromiseDefinition,
  Run,
  WorkflowAction,
  WorkflowType,
} from '@promissory/plugin-promises-common';
import type { ChildrenFacts } from '../children/types';
import type {
  DestinationFacts,
  PlacementFacts,
  WorkFacts,
} from '../scheduling/types';

/** One definition of a Promise. */
export interface RevisionFacts {
  readonly id: string;
  readonly version: string;
  readonly specHash: string;
  /** rises with each definition of the Promise */
  readonly sequence: number;
  readonly definition: PromiseDefinition;
}

/** A Promise as the registry knows it. */
export interface PromiseFacts {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly ownerRef?: string;
  readonly holdsName: boolean;
  /** Available, Unavailable, Withdrawn, Untrusted, Invalid, Refused */
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  readonly currentRevisionId?: string;
}

/** One execution of a workflow. */
export interface RunFacts {
  readonly id: string;
  readonly generation: number;
  readonly revisionId: string;
  readonly type: WorkflowType;
  readonly workflow: WorkflowAction;
  readonly trigger: Run['trigger'];
  readonly state: Run['state'];
  /** the pipeline that runs or comes next, from 0; the failed or suspended one */
  readonly pipelineIndex: number;
  readonly pipelineCount: number;
  readonly attempt: number;
  readonly hash: string;
  readonly reason?: string;
  readonly message?: string;
  /** rules of policies that were found broken: a list for each pipeline, in order */
  readonly violations?: ReadonlyArray<readonly PolicyViolation[]>;
  readonly nextTryAt?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

/** The step that runs now. */
export interface RunningStep {
  readonly pipelineIndex: number;
  readonly container: string;
}

/** The state that was recorded last. */
export interface RecordedState {
  readonly name: string;
  readonly reason: string;
  readonly message: string;
  readonly detail: JsonObject;
  readonly since: string;
}

/** Work that was given up until somebody asks for it. */
export interface SetAsideFacts {
  /** failures in a row */
  readonly failures: number;
  readonly error: string;
}

/** A request as it was ordered, and what was recorded of it. */
export interface RequestFacts {
  readonly uid: string;
  readonly platform: string;
  readonly promiseName: string;
  readonly namespace: string;
  readonly name: string;
  readonly apiGroup: string;
  readonly apiVersion: string;
  readonly apiKind: string;
  /** the request that it belongs to */
  readonly parentUid?: string;
  readonly ownerRef: string;
  readonly requestedBy: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly generation: number;
  readonly observedGeneration: number;
  readonly deliveredGeneration?: number;
  readonly paused: boolean;
  /** working on it failed again and again; absent where it is worked on */
  readonly setAside?: SetAsideFacts;
  readonly wantedTrigger?: Run['trigger'];
  readonly wantedBy?: string;
  readonly deleteRequestedAt?: string;
  readonly deleteRequestedBy?: string;
  readonly deletedAt?: string;
  /** traceparent of the last order, change or action */
  readonly trace?: string;
  readonly createdAt: string;
  readonly state: RecordedState;
  /** what pipelines wrote to status.yaml, without conditions */
  readonly status: JsonObject;
  readonly conditions: readonly Condition[];
}

/** The newest accepted generation. */
export interface GenerationFacts {
  readonly generation: number;
  readonly spec: JsonObject;
  readonly specHash: string;
  readonly actor: string;
}

/** What plans for requests and for Promises have in common. */
export interface WorkflowSnapshot {
  readonly promise: PromiseFacts;
  /** the current revision and those of the runs below */
  readonly revisions: ReadonlyMap<string, RevisionFacts>;
  /** the newest one */
  readonly configureRun?: RunFacts;
  /** the newest one; requests alone have any */
  readonly deleteRun?: RunFacts;
  readonly runningStep?: RunningStep;
  readonly works: readonly WorkFacts[];
  readonly placements: readonly PlacementFacts[];
  readonly destinations: readonly DestinationFacts[];
}

/** Everything that decides what happens to a request. */
export interface RequestSnapshot extends WorkflowSnapshot {
  readonly request: RequestFacts;
  readonly generation: GenerationFacts;
  readonly children: ChildrenFacts;
}

/** A required Promise as it is. */
export interface RequirementFacts {
  readonly name: string;
  readonly version?: string;
  readonly state: string;
  readonly fulfilled: boolean;
}

/** Everything that decides what happens to a Promise. */
export interface PromiseSnapshot extends WorkflowSnapshot {
  readonly requirements: readonly RequirementFacts[];
  /** names of Promises of which each requires the next, from this one back to it */
  readonly requirementCycle?: readonly string[];
}
