import type { DataPath } from './DataPath';
import type { Location } from './Location';

/** The keys from the root down. */
export function toDataPath(location: Location | undefined): DataPath {
  const path: Array<string | number> = [];
  for (let at = location; at; at = at.parent) path.push(at.key);
  return path.reverse();
}
