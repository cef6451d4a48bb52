import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import type { Config } from '@backstage/config';

/** A place on disk whose files are catalog locations. */
export interface WatchedPlace {
  /** Absolute path of a file, or of a folder. */
  readonly path: string;
  /** A folder: files that come and go concern the others in it, too. */
  readonly isFolder: boolean;
}

const KEY = 'promises.catalog.watch';
const GLOB = /[*?[{]|[!@+]\(/;

/** What `promises.catalog.watch` says is to be watched; empty where it is off. */
export function readWatchedPlaces(
  config: Config,
  workingDirectory: string,
): readonly WatchedPlace[] {
  const watch: unknown = config.getOptional(KEY) ?? false;
  if (watch === false) {
    return [];
  }
  if (watch === true) {
    return (config.getOptionalConfigArray('catalog.locations') ?? [])
      .filter(location => location.getOptionalString('type') === 'file')
      .map(location =>
        toPlace(resolve(workingDirectory, location.getString('target'))),
      );
  }
  if (Array.isArray(watch) && watch.every(item => typeof item === 'string')) {
    return watch.map(folder => ({
      path: resolve(workingDirectory, String(folder)),
      isFolder: true,
    }));
  }
  throw new InputError(
    `${KEY} must be true, false or a list of folders; it is ${JSON.stringify(
      watch,
    )}`,
  );
}

/** A file, or the folder above the first wildcard. */
function toPlace(target: string): WatchedPlace {
  const parts = target.split(/[\\/]/);
  const wildcard = parts.findIndex(part => GLOB.test(part));
  return wildcard < 0
    ? { path: target, isFolder: false }
    : { path: parts.slice(0, wildcard).join('/') || '/', isFolder: true };
}
