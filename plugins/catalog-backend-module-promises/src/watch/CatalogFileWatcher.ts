import { sep } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { watch, type FSWatcher } from 'chokidar';
import type { WatchedPlace } from './readWatchedPlaces';

/** Editors write a file in several steps; what comes within this time is one change. */
const QUIET_MS = 50;

/**
 * For development: asks the catalog to read a file again as soon as it changed. It provides no entities; being a provider
 * is how one is told where to ask.
 */
export class CatalogFileWatcher implements EntityProvider {
  readonly #places: readonly WatchedPlace[];
  readonly #logger: LoggerService;
  readonly #files = new Set<string>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #watcher: FSWatcher | undefined;

  static create(options: {
    readonly places: readonly WatchedPlace[];
    readonly logger: LoggerService;
  }): CatalogFileWatcher {
    return new CatalogFileWatcher(options);
  }

  private constructor(options: {
    readonly places: readonly WatchedPlace[];
    readonly logger: LoggerService;
  }) {
    this.#places = options.places;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'promises-file-watch';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const watcher = watch(
      this.#places.map(({ path }) => path),
      {
        atomic: true,
        ignored: (path, stats) =>
          /[\\/](node_modules|\.git)$/.test(path) ||
          (stats?.isFile() === true && !/\.ya?ml$/i.test(path)),
      },
    );
    this.#watcher = watcher;
    let ready = false;
    const change = (paths: readonly string[]) => {
      if (ready) {
        paths.forEach(path => this.#changed.add(path));
        this.#refreshSoon(connection);
      }
    };
    watcher
      .on('add', path => {
        // A location with a wildcard is read again when one of the files that it had is.
        change([path, ...this.#neighbours(path)]);
        this.#files.add(path);
      })
      .on('change', path => change([path]))
      .on('unlink', path => {
        this.#files.delete(path);
        change([path, ...this.#neighbours(path)]);
      })
      .on('error', error =>
        this.#logger.warn(`Watching files of the catalog: ${error}`),
      );
    await new Promise<void>(resolve => watcher.once('ready', resolve));
    ready = true;
    this.#logger.info(
      `Watching ${this.#files.size} files of the catalog for changes`,
    );
  }

  /** Ends watching; for the shutdown of the backend. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher?.close();
  }

  #neighbours(path: string): readonly string[] {
    const folders = this.#places
      .filter(place => place.isFolder && isBelow(path, place.path))
      .map(place => place.path);
    return [...this.#files].filter(file =>
      folders.some(folder => isBelow(file, folder)),
    );
  }

  #refreshSoon(connection: EntityProviderConnection): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const keys = [...this.#changed].map(path => `file:${path}`);
      this.#changed.clear();
      connection.refresh({ keys }).catch(error => {
        this.#logger.warn(
          `The catalog could not be asked to read ${keys.join(
            ', ',
          )} again: ${error}`,
        );
      });
    }, QUIET_MS);
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
