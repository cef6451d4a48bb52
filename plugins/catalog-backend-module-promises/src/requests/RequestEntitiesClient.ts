import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';
import type {
  EntitiesOfVersion,
  EntitySource,
} from '../provider/FollowingEntityProvider';

/** Pages that changed under the reader are read again so often. */
const ATTEMPTS = 5;

const pageSchema = z.object({
  version: z.string(),
  unchanged: z.boolean().optional(),
  items: z.array(
    z.object({
      locationKey: z.string(),
      entity: z.custom<Entity>(
        value =>
          typeof value === 'object' &&
          value !== null &&
          'kind' in value &&
          'metadata' in value,
      ),
    }),
  ),
  next: z.number().optional(),
});

/** Asks the promises backend, with the catalog's own credentials, which entities of requests there are to be. */
export class RequestEntitiesClient implements EntitySource {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
  }): RequestEntitiesClient {
    return new RequestEntitiesClient(options);
  }

  private constructor(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** All of one version; undefined where that is the known one. Rejects where the backend cannot be reached. */
  async read(
    known: string | undefined,
  ): Promise<EntitiesOfVersion | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const first = await this.#page({ known });
      if (first.unchanged) {
        return undefined;
      }
      const items = [...first.items];
      let { next } = first;
      let isWhole = true;
      while (next !== undefined && isWhole) {
        const page = await this.#page({ after: String(next) });
        isWhole = page.version === first.version;
        items.push(...page.items);
        next = page.next;
      }
      if (isWhole) {
        return { version: first.version, items };
      }
      if (attempt === ATTEMPTS) {
        throw new Error(
          'The entities of requests change faster than they can be read',
        );
      }
    }
  }

  async #page(query: Readonly<Record<string, string | undefined>>) {
    const baseUrl = await this.#discovery.getBaseUrl('promises');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'promises',
    });
    const url = new URL(`${baseUrl}/v1/catalog/entities`);
    Object.entries(query).forEach(([key, value]) => {
      if (value !== undefined) url.searchParams.set(key, value);
    });
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return pageSchema.parse(await response.json());
  }
}
