import type { PlacementRow } from '../../database/rows/rows';

/** A file of a placement, its bytes by address. */
export interface DesiredFile {
  readonly filepath: string;
  readonly sha256: string;
}

/** A placement that has something to be written or removed. */
export interface DuePlacement {
  readonly row: PlacementRow;
  /** Empty where its folder is to go. */
  readonly desired: readonly DesiredFile[];
}

/** Why a placement could not be written. */
export interface PlacementProblem {
  readonly id: string;
  readonly reason: string;
  readonly message: string;
  /** What was wanted, where the problem is with that and not with the Destination: another desire may have none. */
  readonly wanted?: {
    readonly desiredHash: string;
    readonly removing: boolean;
  };
}
