import type { OtherFault } from './planFaults.ts';

/** What was done to the backends, and how they came back. */
export interface Tally {
  kills: number;
  /** Kills of a process that held a request with pipelines still to run. */
  killsWithRun: number;
  /** Deaths at each point. */
  readonly hits: Record<string, number>;
  /** Other faults that took effect. */
  readonly faults: Partial<Record<OtherFault, number>>;
  /** From each kill of a process that was at something until that went on, milliseconds. */
  readonly resumedMs: number[];
  /** What did not happen as planned. */
  readonly problems: string[];
}
