import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  orderedJson,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

/** The promises backend may start after the catalog: this long it is waited for, in growing steps. */
const RETRY_DELAYS_MS = [100, 300, 600, 1_000, 2_000, 3_000];
/** After it could not be reached, the next ones do not wait as well. */
const GIVE_UP_MS = 15_000;
/** Not mounted yet, a proxy in between, or not ready. */
const NOT_THERE = [404, 502, 503, 504];

const missingSchema = z.object({ missing: z.array(z.string()) });

/** Definitions in the promises backend, with the catalog's own credentials. */
export class DefinitionsClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #retryDelays: readonly number[];
  #unreachableUntil = 0;

  static create(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
    /** Milliseconds between attempts; for tests. */
    readonly retryDelays?: readonly number[];
  }): DefinitionsClient {
    return new DefinitionsClient(options);
  }

  private constructor(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
    readonly retryDelays?: readonly number[];
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#retryDelays = options.retryDelays ?? RETRY_DELAYS_MS;
  }

  /** Resolves when the definition is kept. Throws a ServiceUnavailableError where the backend cannot be reached. */
  async put(hash: string, definition: JsonObject): Promise<void> {
    await this.#request('PUT', `/v1/definitions/${hash}`, definition);
  }

  /** Which of the hashes are not kept; at most 5,000 at once. */
  async listMissing(hashes: readonly string[]): Promise<readonly string[]> {
    const response = await this.#request('POST', '/v1/definitions/missing', {
      hashes,
    });
    return missingSchema.parse(await response.json()).missing;
  }

  async #request(
    method: 'PUT' | 'POST',
    path: string,
    body: unknown,
  ): Promise<Response> {
    // What was hashed is what is sent, to the last sign of a zero; the author's order of fields is that of the form.
    const text = orderedJson(body);
    const delays = Date.now() < this.#unreachableUntil ? [] : this.#retryDelays;
    for (let attempt = 0; ; attempt++) {
      const result = await this.#attempt(method, path, text);
      if (result instanceof Response && result.ok) {
        this.#unreachableUntil = 0;
        return result;
      }
      if (result instanceof Response && !NOT_THERE.includes(result.status)) {
        throw await ResponseError.fromResponse(result);
      }
      if (attempt >= delays.length) {
        this.#unreachableUntil = Date.now() + GIVE_UP_MS;
        throw unavailable(result);
      }
      await sleep(delays[attempt]);
    }
  }

  async #attempt(
    method: string,
    path: string,
    body: string,
  ): Promise<Response | Error> {
    const baseUrl = await this.#discovery.getBaseUrl('promises');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'promises',
    });
    try {
      return await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body,
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

function unavailable(result: Response | Error): Error {
  const what =
    'The promises backend cannot be reached to keep a definition; the catalog tries again at its next round';
  return result instanceof Response
    ? new ServiceUnavailableError(`${what} (status ${result.status})`)
    : new ServiceUnavailableError(
        what,
        new ForwardedError('No answer', result),
      );
}
