import type { StateStoreRow } from '../../database/rows/rows';
import type { GitStateStoreSpec } from './gitStateStoreSpec';

/** Names one state store. */
export interface StateStoreKey {
  readonly platform: string;
  /** GitStateStore or BucketStateStore */
  readonly kind: string;
  readonly name: string;
}

/** A state store as it can be used. */
export interface GitStateStore {
  readonly key: StateStoreKey;
  readonly row: StateStoreRow;
  readonly spec: GitStateStoreSpec;
}

/** Why something is as it is, in Kratix's words where it has them. */
export interface Verdict {
  readonly ready: boolean;
  readonly reason: string;
  readonly message: string;
}
