/** A placement in a batch, as it was when the batch was prepared. */
export interface BatchItem {
  readonly id: string;
  readonly name: string;
  /** Folder from the root of the store. */
  readonly path: string;
  readonly desiredHash: string;
  readonly removing: boolean;
  readonly files: number;
}

/** A batch of which it is not yet recorded what became. */
export interface PreparedBatch {
  readonly id: string;
  readonly items: readonly BatchItem[];
}
