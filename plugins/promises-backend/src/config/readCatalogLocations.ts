import { resolve } from 'node:path';
import type { Config } from '@backstage/config';

/**
 * The locations in `catalog.locations` and `promises.locations`, as entities of them carry their origin. The catalog resolves
 * files from the backend's working directory, and so does this.
 */
export function readCatalogLocations(config: Config): string[] {
  return ['catalog.locations', 'promises.locations'].flatMap(key =>
    (config.getOptionalConfigArray(key) ?? []).map(location => {
      const type = location.getString('type');
      const target = location.getString('target');
      return `${type}:${type === 'file' ? resolve(target) : target}`;
    }),
  );
}
