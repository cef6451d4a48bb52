import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject, Pipeline } from '@promissory/plugin-promises-common';
import type {
  PipelineRunner,
  RunnerLimits,
} from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { ChildRules } from '../children/ChildRules';
import type { RevisionCache } from '../database/operations/promises/readRevisions';
import type { RunOwner } from '../database/operations/runs/findNewestRuns';
import type { SnapshotPart } from '../database/operations/requests/advanceRequestSnapshot';
import type { NewEvent } from '../events/types';
import type { EngineObserver } from '../observe/EngineObserver';
import type { RunFacts, WorkflowSnapshot } from '../plan/snapshot';
import type { ReachedPoint } from '../points/reachPoint';
import type { EnqueueWorkOptions } from '../queue';

/** What performers act with. */
export interface PerformTools {
  readonly knex: Knex;
  readonly logger: LoggerService;
  /** In order of preference. */
  readonly runners: readonly PipelineRunner[];
  readonly limits: RunnerLimits;
  readonly revisions: RevisionCache;
  readonly children: ChildRules;
  /** Told of what is done; nobody unless given. */
  readonly observer?: EngineObserver;
  /** How long a deleted request is remembered. */
  readonly tombstoneMs: number;
  /** Runs that ended and are kept of each owner, whatever their age: logs are large. */
  readonly runsKept: number;
  readonly defaultIntervalMs: number;
  readonly now: () => Date;
}

/** What a change adds to its transaction after its rows. */
export interface Changes {
  readonly enqueue?: readonly EnqueueWorkOptions[];
  readonly events?: readonly NewEvent[];
}

/** Writes rows in a transaction. */
export type Change = (
  transaction: import('knex').Knex.Transaction,
) => Promise<Changes>;

/** What every event of a request or a Promise says of whose it is. */
export type EventScope = Pick<
  NewEvent,
  | 'platform'
  | 'promiseName'
  | 'requestUid'
  | 'namespace'
  | 'ownerRef'
  | 'requestedBy'
>;

/** What is known of a change before it is made. */
export interface RecordOptions {
  /** The parts of the snapshot that it touches; all of it is read anew unless given. */
  readonly touches?: readonly SnapshotPart[];
  /** Reached when it is committed. */
  readonly reaches?: ReachedPoint;
  /** Also does what the plan asks for next where that is rows only, in the same transaction. */
  readonly goesOn?: boolean;
  /** Is not made where a caller paused, changed or deleted the request since it was planned: it is planned anew. */
  readonly asPlanned?: boolean;
}

/** A change that needs nothing but the transaction. */
export interface RowsChange extends RecordOptions {
  readonly change: Change;
}

/** Whose workflow is performed: a request's or a Promise's own. */
export interface Subject {
  readonly owner: RunOwner;
  readonly platform: string;
  readonly promiseId: string;
  readonly requestUid?: string;
  readonly scope: EventScope;
  readonly snapshot: WorkflowSnapshot;
  readonly signal: AbortSignal;
  /** What containers read as object.yaml, from what is now. */
  readonly object: () => Promise<JsonObject>;
  /** Variables of one pipeline of a run. */
  readonly environment: (
    run: RunFacts,
    pipeline: Pipeline,
  ) => ReadonlyArray<{ readonly name: string; readonly value: string }>;
  /** Names of the Work of a pipeline. */
  readonly workName: (pipeline: string) => string;
  /** One transaction under the lease: rows, the state that follows from them, queue entries, events. */
  readonly record: (change: Change, options?: RecordOptions) => Promise<void>;
  /** The same for rows from which no state follows. */
  readonly append: (change: Change) => Promise<void>;
}
