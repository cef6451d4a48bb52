import type { LoopHealth } from '../queue/SupervisedLoop';

/** How the loops of one replica are. @public */
export interface EngineHealth {
  /** All of them go on. */
  readonly ready: boolean;
  /** `queue`, which takes up work, and `events`, which reads the event log. */
  readonly loops: readonly LoopHealth[];
}
