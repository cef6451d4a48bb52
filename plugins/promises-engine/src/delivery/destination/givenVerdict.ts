import type { DestinationRow } from '../../database/rows/rows';
import type { Verdict } from '../store/types';

/** Why the catalog lets nothing of a Destination be touched, if so. */
export function givenVerdict(
  row: Pick<DestinationRow, 'name' | 'state' | 'message'>,
): Verdict | undefined {
  return ['Disconnected', 'Untrusted', 'Invalid'].includes(row.state)
    ? {
        ready: false,
        reason: `Destination${row.state}`,
        message: `Destination ${row.name} is ${row.state}, nothing is written: ${row.message}`,
      }
    : undefined;
}

/** A Destination that is in another state store than the one that is looked at: nothing is written here any more. */
export function destinationMoved(
  row: Pick<DestinationRow, 'name' | 'state_store_kind' | 'state_store_name'>,
): Verdict {
  return {
    ready: false,
    reason: 'DestinationMoved',
    message: `Destination ${row.name} is in ${row.state_store_kind}/${row.state_store_name} now; files are written there first, then removed here`,
  };
}
