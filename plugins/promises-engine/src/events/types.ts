/**
 * Types of events; each has a version so that a reader of an older release can tell. Adding a field to a payload keeps
 * the version, changing what a field means raises it.
 */
export type EventType =
  | 'PromiseRegistered'
  | 'PromiseChanged'
  | 'PromiseWithdrawn'
  | 'RequestCreated'
  | 'RequestChanged'
  | 'RequestStateChanged'
  | 'RequestChildChanged'
  | 'RequestDeleteRequested'
  | 'RequestDeleted'
  | 'RequestActionRequested'
  | 'RunStarted'
  | 'RunFinished'
  | 'StepStarted'
  | 'StepFinished'
  | 'StepLogged'
  | 'WorkScheduled'
  | 'PlacementWritten'
  | 'PlacementFailed'
  | 'PlacementRemoved'
  | 'DestinationChanged'
  | 'StateStoreChanged';

/** An event to append, as the last statement of the transaction that it tells of. */
export interface NewEvent {
  readonly type: EventType;
  /** 1 unless given. */
  readonly version?: number;
  readonly actor?: string;
  readonly platform?: string;
  readonly promiseName?: string;
  readonly requestUid?: string;
  readonly namespace?: string;
  /** Owner and requester of the request, or owner of the Promise: who may read the event is decided from them. */
  readonly ownerRef?: string;
  readonly requestedBy?: string;
  readonly runId?: string;
  readonly stepId?: string;
  readonly destination?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** An event of the log. */
export interface StoredEvent extends NewEvent {
  /** Decimal; rises in commit order. */
  readonly position: string;
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
}
