import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type {
  EntitiesOfVersion,
  EntitySource,
} from '../provider/FollowingEntityProvider';
import type { LocationReader } from './LocatedFile';
import { parseFile } from './parseFile';
import { toLocationEntity } from './toLocationEntity';

/** A file as it could last be taken, and what is wrong with it since. */
interface KnownFile {
  readonly entities?: readonly Entity[];
  readonly fault?: string;
}

/** A place with what is known of it. */
interface KnownLocation {
  readonly ref: string;
  readonly reader: LocationReader;
  files: ReadonlyMap<string, KnownFile>;
  /** Why nobody can tell which files there are. */
  fault?: string;
}

/**
 * The entities of `promises.locations`, read here and not by the catalog: what a provider gives is under no rule of the
 * catalog. What cannot be read stays as it was, file by file, and its Location says why.
 */
export class LocationSource implements EntitySource {
  static create(options: {
    readonly readers: ReadonlyMap<string, LocationReader>;
    readonly logger: LoggerService;
  }): LocationSource {
    return new LocationSource(options.readers, options.logger);
  }

  readonly #locations: readonly KnownLocation[];
  readonly #logger: LoggerService;
  #current: EntitiesOfVersion | undefined;

  private constructor(
    readers: ReadonlyMap<string, LocationReader>,
    logger: LoggerService,
  ) {
    this.#logger = logger;
    this.#locations = [...readers].map(([ref, reader]) => ({
      ref,
      reader,
      files: new Map(),
    }));
  }

  /** What is wrong with a place now, in words. */
  faultsOf(ref: string): readonly string[] {
    const location = this.#locations.find(one => one.ref === ref);
    return location ? listFaults(location) : [];
  }

  async read(
    known: string | undefined,
  ): Promise<EntitiesOfVersion | undefined> {
    const changes = await Promise.all(
      this.#locations.map(location => this.#refresh(location)),
    );
    // Definitions are large: they are gone through again only where one may be another.
    if (!this.#current || changes.includes(true)) {
      this.#current = describe(this.#locations);
    }
    return this.#current.version === known ? undefined : this.#current;
  }

  /** Whether anything may be another than before. */
  async #refresh(location: KnownLocation): Promise<boolean> {
    const before = listFaults(location);
    let isRead = false;
    try {
      const found = await location.reader.read();
      location.fault = undefined;
      isRead = found !== undefined;
      if (found) {
        const { files: was, ref } = location;
        location.files = new Map([
          ...found.files.map(file => {
            const parsed = parseFile(file, ref);
            return [
              file.ref,
              'fault' in parsed ? { ...was.get(file.ref), ...parsed } : parsed,
            ] as const;
          }),
          ...[...found.unreadable].map(
            ([file, fault]) =>
              [file, { ...was.get(file), fault: `${file}: ${fault}` }] as const,
          ),
        ]);
      }
    } catch (error) {
      location.fault = `${location.ref}: ${toError(error).message}`;
    }
    const faults = listFaults(location);
    faults
      .filter(fault => !before.includes(fault))
      .forEach(fault =>
        this.#logger.warn(
          `promises.locations: what stands there now cannot be taken, what was read before stays: ${fault}`,
        ),
      );
    return isRead || faults.join() !== before.join();
  }
}

function describe(locations: readonly KnownLocation[]): EntitiesOfVersion {
  const items = locations.flatMap(location => [
    {
      entity: toLocationEntity(location.ref, listFaults(location)),
      locationKey: location.ref,
    },
    ...[...location.files].flatMap(([file, { entities = [] }]) =>
      entities.map(entity => ({ entity, locationKey: file })),
    ),
  ]);
  const version = createHash('sha256')
    .update(JSON.stringify(items))
    .digest('hex');
  return { version, items, isPartial: locations.some(isPartlyKnown) };
}

function listFaults({ fault, files }: KnownLocation): string[] {
  return [fault, ...[...files.values()].map(file => file.fault)].filter(
    one => one !== undefined,
  );
}

/** Whether a process before this one may have given more of it to the catalog than is known here. */
function isPartlyKnown({ fault, files }: KnownLocation): boolean {
  return (
    (fault !== undefined && files.size === 0) ||
    [...files.values()].some(({ entities }) => entities === undefined)
  );
}
