import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  PipelineRunner,
  RunnerLimits,
  SecretStore,
} from '@promissory/plugin-promises-node';
import type { Knex } from 'knex';
import type { EngineObserver } from './observe';

/** What the engine is made of. @public */
export interface PromisesEngineOptions {
  /** A database of its own: SQLite for one process, Postgres for many replicas. */
  readonly knex: Knex;
  readonly logger: LoggerService;
  /** In order of preference: the first that can run a pipeline runs it. */
  readonly runners: readonly PipelineRunner[];
  readonly secretStore: SecretStore;
  /** Name of this platform. Default `native`. */
  readonly platformName?: string;
  readonly git: {
    /** Folder for copies of repositories; may be emptied at any time. */
    readonly cacheDirectory: string;
    /** Folder below which `file:` URLs of state stores lead; none, and they are refused. */
    readonly localDirectory?: string;
    /** Makes a local repository that is not there. Default false. */
    readonly createLocalRepositories?: boolean;
    /** Placements of one commit, at most. Default 200. */
    readonly placementsPerCommit?: number;
    /** PEM file of authorities that https stores are trusted by. */
    readonly certificateFile?: string;
    /** Environment of the process, for PATH and proxies. */
    readonly environment: Readonly<Record<string, string | undefined>>;
  };
  /**
   * Who this installation is, in the claim of every Destination. The same for all replicas and for ever; by default
   * derived from the database.
   */
  readonly claimant?: string;
  readonly limits?: Partial<RunnerLimits>;
  /** Requests, Promises and state stores that are worked on at the same time, each. Default 4. */
  readonly concurrency?: number;
  /** After which another replica takes over from one that died, milliseconds. Default 10,000. */
  readonly leaseMs?: number;
  /** Kratix's reconciliationInterval for Promises that name none, milliseconds. Default 10 hours. */
  readonly reconciliationIntervalMs?: number;
  /** Default one minute. */
  readonly sweepIntervalMs?: number;
  /** How long a deleted request is remembered, milliseconds. Default 30 days. */
  readonly tombstoneMs?: number;
  /** How long events are kept, milliseconds. Default 90 days. */
  readonly eventRetentionMs?: number;
  /** How long runs that ended are kept with their logs, but for the newest of each request, milliseconds. Default 90 days. */
  readonly runRetentionMs?: number;
  /** How long logs of steps that ended are kept, where their run is, milliseconds. Default 90 days. */
  readonly logRetentionMs?: number;
  /** Runs that ended and are kept of each request or Promise, whatever their age. Default 50. */
  readonly runsKept?: number;
  /** Newest generations that are kept of each request. Default 100. */
  readonly generationsKept?: number;
  /** Requests that a namespace may have, children counted; orders beyond it are refused. Default: any number. */
  readonly requestsPerNamespace?: number;
  /** Bounds of compound requests. */
  readonly children?: {
    /** Levels of children below a request that a person ordered. Default 5. */
    readonly maximumDepth?: number;
    /** Children of one request. Default 100. */
    readonly maximumChildren?: number;
  };
  /**
   * Whether an owner may have requests in a namespace; asked before a child is ordered in another namespace than its
   * parent's. Default: everybody everywhere.
   */
  readonly mayOwn?: (options: {
    readonly namespace: string;
    readonly ownerRef: string;
  }) => boolean;
  /** Told what is done; nobody unless given. */
  readonly observer?: EngineObserver;
  readonly now?: () => Date;
}
