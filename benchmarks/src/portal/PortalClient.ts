/** Answer of a request to the portal. */
export interface PortalResponse {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: unknown;
}

/**
 * HTTP to a portal as one of its people. Deliberately not the product's own client: what is judged is not asked to
 * judge itself.
 */
export class PortalClient {
  readonly #url: string;
  readonly #token: string;
  readonly #timeoutMs: number | undefined;

  private constructor(url: string, token: string, timeoutMs?: number) {
    this.#url = url;
    this.#token = token;
    this.#timeoutMs = timeoutMs;
  }

  /** As a service with a static token; a request rejects that is not answered in the time. */
  static withToken(
    url: string,
    token: string,
    options: { readonly timeoutMs: number },
  ): PortalClient {
    return new PortalClient(url, token, options.timeoutMs);
  }

  /** Signs in; waits up to `timeoutMs` for the person to appear in the catalog. */
  static async signIn(
    url: string,
    person: string,
    timeoutMs = 30_000,
  ): Promise<PortalClient> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const response = await fetch(`${url}/api/auth/development/refresh`, {
        headers: {
          'x-promissory-person': person,
          'x-requested-with': 'XMLHttpRequest',
        },
      });
      const body = (await response.json()) as {
        backstageIdentity?: { token: string };
      };
      if (body.backstageIdentity) {
        return new PortalClient(url, body.backstageIdentity.token);
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${person} could not sign in: ${response.status} ${JSON.stringify(
            body,
          )}`,
        );
      }
      await new Promise(done => setTimeout(done, 200));
    }
  }

  /** Header with the person's token, for what is not JSON. */
  get authorization(): string {
    return `Bearer ${this.#token}`;
  }

  /** Sends and reads JSON below /api/promises/v1. */
  async send(
    method: string,
    path: string,
    options: {
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    } = {},
  ): Promise<PortalResponse> {
    const response = await fetch(`${this.#url}/api/promises/v1${path}`, {
      method,
      headers: {
        authorization: this.authorization,
        ...(options.body !== undefined && {
          'content-type': 'application/json',
        }),
        ...options.headers,
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(this.#timeoutMs && { signal: AbortSignal.timeout(this.#timeoutMs) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? undefined,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  /** Sends, and throws unless the answer has one of the statuses. */
  async expect(
    statuses: readonly number[],
    method: string,
    path: string,
    options: {
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    } = {},
  ): Promise<PortalResponse> {
    const response = await this.send(method, path, options);
    if (!statuses.includes(response.status)) {
      throw new Error(
        `${method} ${path} answered ${response.status}: ${JSON.stringify(
          response.body,
        )}`,
      );
    }
    return response;
  }
}
