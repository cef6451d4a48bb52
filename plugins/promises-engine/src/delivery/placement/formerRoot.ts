import type { PlacementRow } from '../../database/rows/rows';

/**
 * Folder of the Destination that a placement was written below, told from the layout `nestedByMetadata`; undefined where
 * the folder is not one of a placement.
 */
export function formerRoot(
  row: Pick<PlacementRow, 'path' | 'request_uid'>,
): string | undefined {
  const segments = row.path.split('/');
  // resources/<namespace>/<promise>/<request>/<pipeline>/<group>, dependencies/<promise>[/<pipeline>]/<group>
  const lengths = row.request_uid ? [6] : [4, 3];
  const kind = row.request_uid ? 'resources' : 'dependencies';
  const length = lengths.find(count => segments.at(-count) === kind);
  return length === undefined
    ? undefined
    : segments.slice(0, -length).join('/');
}
