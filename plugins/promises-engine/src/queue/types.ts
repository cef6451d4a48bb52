/**
 * Kinds of work. The key says of what: a request's uid, a Promise's id, or a state store as
 * `<platform>/<kind>/<name>`. `sweep` has the one key `all`.
 */
export type WorkKind = 'request' | 'promise' | 'deliver' | 'sweep';

/** One claimed row of the queue. The epoch is the fence: a write that is made under it must check it. */
export interface ClaimedWork {
  readonly kind: WorkKind;
  readonly key: string;
  readonly epoch: number;
  readonly attempts: number;
}

/** What a handler may do with its claim. */
export interface WorkContext {
  readonly work: ClaimedWork;
  /** Who holds the lease: `assertLease(transaction, context)` is the fence of a write. */
  readonly owner: string;
  /** Aborted when the lease is lost or the worker stops. */
  readonly signal: AbortSignal;
}

/**
 * Looks at one key and does what is to be done. Returns when to look again, if at a known time; what others enqueue in
 * the meantime is seen anyway. A rejection is recorded and tried again with backoff.
 */
export type WorkHandler = (
  context: WorkContext,
) => Promise<{ readonly runAt?: Date } | void>;
