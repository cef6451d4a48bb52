import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ConfiguredLocation } from './ConfiguredLocation';
import type { FilesOfLocation, LocationReader } from './LocatedFile';

/** As often as the catalog reads its own locations. */
const REFRESH_MS = 100_000;
const RETRY_MS = 15_000;

/** Files at the addresses that `backend.reading` and `integrations` give access to. */
export class UrlLocationReader implements LocationReader {
  static create(options: {
    readonly location: ConfiguredLocation;
    readonly urlReader: UrlReaderService;
    readonly now?: () => number;
  }): UrlLocationReader {
    return new UrlLocationReader(
      options.location.target,
      options.urlReader,
      options.now ?? Date.now,
    );
  }

  readonly #target: string;
  readonly #urlReader: UrlReaderService;
  readonly #now: () => number;
  #etag: string | undefined;
  #nextAt = 0;
  #failure: unknown;

  private constructor(
    target: string,
    urlReader: UrlReaderService,
    now: () => number,
  ) {
    this.#target = target;
    this.#urlReader = urlReader;
    this.#now = now;
  }

  async read(): Promise<FilesOfLocation | undefined> {
    if (this.#now() < this.#nextAt) {
      if (this.#failure) throw this.#failure;
      return undefined;
    }
    try {
      const files = await this.#search();
      this.#failure = undefined;
      this.#nextAt = this.#now() + REFRESH_MS;
      return files;
    } catch (error) {
      this.#failure = error;
      this.#nextAt = this.#now() + RETRY_MS;
      throw error;
    }
  }

  /** A target without wildcards is one file. */
  async #search(): Promise<FilesOfLocation | undefined> {
    try {
      const { files, etag } = await this.#urlReader.search(this.#target, {
        etag: this.#etag,
      });
      const read = await Promise.all(
        files.map(async ({ url, content }) => ({
          ref: `url:${url}`,
          text: (await content()).toString('utf8'),
        })),
      );
      this.#etag = etag;
      return { files: read, unreadable: new Map() };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') return undefined;
      throw error;
    }
  }
}
