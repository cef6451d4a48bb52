import type { Config } from '@backstage/config';

/** Where a request can be looked at. */
export class RequestLinks {
  readonly #base: string;

  static fromConfig(config: Config): RequestLinks {
    return new RequestLinks(
      (config.getOptionalString('app.baseUrl') ?? '').replace(/\/+$/, ''),
    );
  }

  private constructor(base: string) {
    this.#base = base;
  }

  /** The status page of a request. */
  request(uid: string): string {
    return `${this.#base}/promises/requests/${encodeURIComponent(uid)}`;
  }

  /** The list of requests, for where there is no uid. */
  requests(): string {
    return `${this.#base}/promises/requests`;
  }
}
