import type { DestinationRow } from '../../database/rows/rows';
import type { DestinationSpec } from './destinationSpec';

/** A Destination of a store. */
export interface StoreDestination {
  readonly row: DestinationRow;
  readonly spec: DestinationSpec;
  /** Its folder from the root of the repository. */
  readonly root: string;
}
