/**
 * Told what the engine does, at once and after it is recorded; must return at once and not throw. Every method may be
 * left out.
 *
 * @public
 */
export interface EngineObserver {
  /** Work was taken up. */
  readonly workClaimed?: (claimed: {
    /** request, promise, deliver or sweep */
    readonly kind: string;
    readonly count: number;
  }) => void;
  /** Work that was taken up ended, well or not. */
  readonly workFinished?: (finished: {
    readonly kind: string;
    readonly outcome: WorkOutcome;
    readonly seconds: number;
  }) => void;
  /** A run of a workflow ended. */
  readonly runFinished?: (finished: {
    readonly promise: string;
    readonly workflow: 'configure' | 'delete';
    /** Succeeded, Failed, Superseded or Cancelled */
    readonly state: string;
    /** since it began, waits included */
    readonly seconds: number;
  }) => void;
  /** A container of a pipeline ended. */
  readonly stepFinished?: (finished: {
    readonly promise: string;
    /** function, container or kubernetes */
    readonly runner: string;
    readonly state: 'Succeeded' | 'Failed';
    readonly seconds: number;
  }) => void;
  /** Placements are in a state store and recorded, as one commit, or as none where it held all of them already. */
  readonly batchWritten?: (written: {
    /** `<kind>/<name>` */
    readonly store: string;
    readonly placements: number;
    readonly committed: boolean;
    readonly seconds: number;
  }) => void;
  /** One push ended. */
  readonly pushFinished?: (finished: {
    /** `<kind>/<name>` */
    readonly store: string;
    readonly outcome: PushOutcome;
    readonly seconds: number;
  }) => void;
  /** A state store could not be worked on; it is tried again. */
  readonly deliveryFailed?: (failed: {
    /** `<kind>/<name>` */
    readonly store: string;
    /** a word in CamelCase, as the Destinations page shows it */
    readonly reason: string;
  }) => void;
}

/**
 * How work ended: `done`, `failed` and tried again, `setAside` until somebody asks, `aborted` because the engine stops, or
 * `lost` to another worker.
 *
 * @public
 */
export type WorkOutcome = 'done' | 'failed' | 'setAside' | 'aborted' | 'lost';

/** `stale` where others moved the branch, `failed` where the store could not be reached. @public */
export type PushOutcome = 'pushed' | 'stale' | 'refused' | 'failed';
