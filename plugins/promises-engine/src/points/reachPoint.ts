import { channel } from 'node:diagnostics_channel';

/** Moments of a request between which a process may die. */
export type EnginePoint =
  /** The request is leased, nothing is done yet. */
  | 'claimed'
  /** The run is committed, none of its pipelines has begun. */
  | 'runStored'
  /** The end of a container is committed, what it wrote is in memory only. */
  | 'stepDone'
  /** What a pipeline wrote is in a transaction that is still open. */
  | 'outputsStored'
  /** The end of a pipeline is committed, with its Work. */
  | 'workWritten'
  /** Placements are committed: to be written, or to be removed. */
  | 'placed'
  /** The commit is built, the remote knows nothing of it. */
  | 'beforePush'
  /** The remote has the commit, the database does not know. */
  | 'afterPush'
  /** The database knows the commit. */
  | 'recorded';

/** What is published when a point is reached. */
export interface ReachedPoint {
  readonly point: EnginePoint;
  /** `delete` while a request is being deleted. */
  readonly workflow: 'configure' | 'delete';
  /** Who holds the lease; told where it begins. */
  readonly owner?: string;
}

const points = channel('promissory:engine:point');

/**
 * Tells whoever listens in this process to the diagnostics channel `promissory:engine:point`, at once: a listener that
 * ends the process ends it here. Nobody does in production, and then this costs one comparison.
 */
export function reachPoint(reached: ReachedPoint): void {
  if (points.hasSubscribers) points.publish(reached);
}
