import type { TreeEntry } from './types';

/** Reads `git ls-tree -r -z`: `<mode> blob <id>\t<path>` each ended by NUL. */
export function parseTreeListing(listing: Buffer): TreeEntry[] {
  return listing
    .toString('utf8')
    .split('\0')
    .filter(entry => entry !== '')
    .map(entry => {
      const tab = entry.indexOf('\t');
      return {
        path: entry.slice(tab + 1),
        blob: entry.slice(0, tab).split(' ')[2],
      };
    });
}
