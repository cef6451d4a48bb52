import type {
  JsonObject,
  Pipeline,
  PolicyViolation,
  RequestStateName,
  WorkflowAction,
  WorkflowType,
} from '@promissory/plugin-promises-common';

/** Names of the runners. @public */
export type RunnerName = 'function' | 'container' | 'kubernetes';

/** Whether a runner can run a pipeline, decided from the pipeline alone and before anybody orders. @public */
export type RunnerVerdict =
  | { readonly canRun: true }
  | {
      readonly canRun: false;
      readonly reason: string;
      readonly remedy: string;
    };

/** Bounds of one pipeline. @public */
export interface RunnerLimits {
  /** Wall clock time of each container, milliseconds. */
  readonly timeoutMs: number;
  /** Bytes of all files in /kratix/output together. */
  readonly outputBytes: number;
  /** Number of files in /kratix/output. */
  readonly outputFiles: number;
  /** Bytes of log of each container; what exceeds them is dropped and said so in the last line. */
  readonly logBytes: number;
}

/** What a runner tells while it runs. Calls are awaited: what they record is durable when they return. @public */
export interface PipelineObserver {
  stepStarted(containerIndex: number): Promise<void>;
  stepFinished(containerIndex: number, result: StepResult): Promise<void>;
  /** Lines without their line ends. */
  log(
    containerIndex: number,
    stream: 'stdout' | 'stderr',
    lines: readonly string[],
  ): Promise<void>;
}

/** How a container ended. @public */
export interface StepResult {
  readonly state: 'Succeeded' | 'Failed';
  readonly exitCode?: number;
  /** A word in CamelCase, for example Error, TimedOut, OutputTooLarge, Cancelled. */
  readonly reason?: string;
  readonly message?: string;
}

/** A request that a fact names. @public */
export interface RequestName {
  /** Name of its Promise. */
  readonly promise: string;
  /** By default the namespace of the request whose pipeline runs. */
  readonly namespace?: string;
  readonly name: string;
}

/** A request as a fact tells it. @public */
export interface RequestStateFact {
  readonly promise: string;
  readonly namespace: string;
  readonly name: string;
  /** Absent where there is no such request. */
  readonly state?: RequestStateName;
  readonly message?: string;
  /**
   * A word in CamelCase for why it cannot become a child as it is written, for example ChildNameTaken; somebody has to
   * change something. Absent where time is all that it needs.
   */
  readonly problem?: string;
  /** What its pipelines wrote to status.yaml. */
  readonly status?: JsonObject;
  /** Whether anything reports its health; without that it can become Delivered, but never Ready. Default false. */
  readonly reportsHealth?: boolean;
}

/** What a step may ask about the platform besides its object. @public */
export type FactQuery =
  /** the children of the request, also those that are not there yet */
  | { readonly kind: 'children' }
  | { readonly kind: 'requests'; readonly requests: readonly RequestName[] }
  /** a document among the static dependencies of a Promise, at its current revision */
  | {
      readonly kind: 'dependency';
      readonly promise: string;
      readonly document: { readonly kind: string; readonly name: string };
    }
  /** how often this pipeline was suspended with retryAfter before, and since when it is tried */
  | { readonly kind: 'attempts' };

/** The answer to a {@link FactQuery}. @public */
export interface FactAnswers {
  readonly children: readonly RequestStateFact[];
  readonly requests: readonly RequestStateFact[];
  /** Null where the Promise or the document is not there. */
  readonly dependency: JsonObject | null;
  readonly attempts: { readonly count: number; readonly since: string };
}

/** Answers what a step asks about the platform. @public */
export type FactReader = <Query extends FactQuery>(
  query: Query,
) => Promise<FactAnswers[Query['kind']]>;

/** One pipeline to run. @public */
export interface RunPipelineOptions {
  /** Unique for this attempt of this pipeline; a runner names what it makes after it. */
  readonly id: string;
  readonly pipeline: Pipeline;
  readonly type: WorkflowType;
  readonly action: WorkflowAction;
  /** What containers read at /kratix/input/object.yaml: the whole object with defaults, metadata and current status. */
  readonly object: JsonObject;
  /** Kratix's variables (KRATIX_WORKFLOW_ACTION, …) in Kratix's order; the pipeline's own come after and win. */
  readonly environment: ReadonlyArray<{
    readonly name: string;
    readonly value: string;
  }>;
  readonly limits: RunnerLimits;
  /** Facts for functions that declare them. */
  readonly readFact: FactReader;
  readonly signal: AbortSignal;
  readonly observer: PipelineObserver;
}

/** What a pipeline left behind. @public */
export interface PipelineOutcome {
  readonly state: 'Succeeded' | 'Failed';
  readonly reason?: string;
  readonly message?: string;
  /** Rules of policies that were found broken, also where the pipeline succeeded (warnings). */
  readonly violations?: readonly PolicyViolation[];
  /** Files below /kratix/output by their slash separated relative path; empty after a failure. */
  readonly output: ReadonlyMap<string, Uint8Array>;
  /** Files directly below /kratix/metadata: status.yaml, destination-selectors.yaml, workflow-control.yaml. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
}

/** Executes the containers of one pipeline, one after another. @public */
export interface PipelineRunner {
  readonly name: RunnerName;
  verdict(pipeline: Pipeline): RunnerVerdict;
  /** Never rejects for what a pipeline does: that is a Failed outcome. Rejects where the runner itself is broken. */
  run(options: RunPipelineOptions): Promise<PipelineOutcome>;
  /** Ends what the runner started and waits for it. */
  stop(): Promise<void>;
}
