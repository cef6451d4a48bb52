import { NotFoundError } from '@backstage/errors';
import {
  PromisesClient,
  type JsonObject,
  type PromiseCard,
  type ResourceRequest,
} from '@promissory/plugin-promises-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { tellPortalError } from './tellPortalError';

const EVERY_MS = 500;
const PAGE = 200;
/** States that stay unless somebody does something. */
const AT_REST = ['Delivered', 'Ready', 'Failed', 'Degraded', 'Paused'];

/** Which requests. */
export interface RequestSelection {
  readonly promise?: string;
  readonly namespace?: string;
}

/** A portal, by its HTTP API; what it refuses is told in words. */
export class Portal {
  static create(options: {
    readonly server: string;
    readonly token?: string;
  }): Portal {
    return new Portal(options);
  }

  readonly #client: PromisesClient;
  readonly #token: string | undefined;
  #promises: Promise<readonly PromiseCard[]> | undefined;

  private constructor(options: {
    readonly server: string;
    readonly token?: string;
  }) {
    this.#token = options.token;
    this.#client = new PromisesClient({
      discoveryApi: {
        getBaseUrl: async plugin => `${options.server}/api/${plugin}`,
      },
      fetchApi: { fetch },
    });
  }

  /** Asks the API with the caller's token. */
  async ask<T>(
    question: (
      client: PromisesClient,
      options: { readonly token?: string },
    ) => Promise<T>,
  ): Promise<T> {
    try {
      return await question(
        this.#client,
        this.#token ? { token: this.#token } : {},
      );
    } catch (error) {
      throw tellPortalError(error);
    }
  }

  /** Every Promise that the caller may read. */
  promises(): Promise<readonly PromiseCard[]> {
    // A command may apply many files, and needs them for each.
    this.#promises ??= readPages(cursor =>
      this.ask((client, options) =>
        client.listPromises({ limit: PAGE, cursor }, options),
      ),
    );
    return this.#promises;
  }

  /** A Promise by its name, or by the kind, plural or full name of what it offers, as kubectl takes them. */
  async promise(word: string): Promise<PromiseCard> {
    const wanted = word.toLocaleLowerCase('en-US');
    const all = await this.promises();
    const found =
      all.find(({ name }) => name === word) ??
      all.find(({ api }) =>
        api
          ? [api.kind, api.plural, `${api.plural}.${api.group}`].some(
              name => name.toLocaleLowerCase('en-US') === wanted,
            )
          : false,
      );
    if (!found) {
      const names = all.map(({ name }) => name).join(', ') || 'none';
      throw new NotFoundError(
        `There is no Promise ${word} that you may see; there are: ${names}`,
      );
    }
    return found;
  }

  /** Every request of these that the caller may read, newest first. */
  async requests(selection: RequestSelection): Promise<ResourceRequest[]> {
    const { promise, namespace } = selection;
    return readPages(cursor =>
      this.ask((client, options) =>
        client.listRequests(
          {
            limit: PAGE,
            cursor,
            ...(promise ? { promise: [promise] } : {}),
            ...(namespace ? { namespace: [namespace] } : {}),
          },
          options,
        ),
      ),
    );
  }

  async request(options: {
    readonly promise: string;
    readonly namespace: string;
    readonly name: string;
  }): Promise<ResourceRequest | undefined> {
    const all = await this.requests(options);
    return all.find(({ name }) => name === options.name);
  }

  /** The request as the Kubernetes object that Kratix would show. */
  async manifest(uid: string): Promise<JsonObject> {
    return this.ask((client, options) =>
      client.getRequestManifest(uid, options),
    );
  }

  /** Waits until a request rests at its last generation, or is gone; answers it as it is then. */
  async rest(
    uid: string,
    timeoutMs: number,
  ): Promise<ResourceRequest | undefined> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const request = await this.ask((client, options) =>
        client.getRequest(uid, options),
      ).catch(error => {
        if (error instanceof NotFoundError) return undefined;
        throw error;
      });
      if (!request || request.state.name === 'Deleted') return undefined;
      const isCurrent = request.observedGeneration === request.generation;
      if (isCurrent && AT_REST.includes(request.state.name)) return request;
      if (Date.now() > deadline) return request;
      await sleep(EVERY_MS);
    }
  }
}

async function readPages<T>(
  read: (cursor: string | undefined) => Promise<{
    readonly items: readonly T[];
    readonly nextCursor?: string;
  }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}
