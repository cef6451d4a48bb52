import type { Knex } from 'knex';

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
  /** failures in a row */
  readonly attempts: number;
  /** times in a row that the worker before ended without a word, as where it was killed */
  readonly abandoned: number;
  /** from the first of the failures in a row until the claim, by the clock of the database; 0 without failures */
  readonly failingMs: number;
}

/** Work that is given up until somebody asks for it. */
export interface SetAsideWork {
  readonly context: WorkContext;
  /** failures in a row */
  readonly failures: number;
  readonly error: string;
  /** Gives up the claim, as the last change of rows of a transaction. Rejects with a ConflictError where it was lost. */
  readonly release: (transaction: Knex.Transaction) => Promise<void>;
}

/** Records that work is set aside, with {@link SetAsideWork.release} in the same transaction. */
export type SetAsideHandler = (work: SetAsideWork) => Promise<void>;

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
