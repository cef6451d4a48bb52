import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { StructuralSchema } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

const listSchema = z.object({
  version: z.string(),
  unchanged: z.boolean().optional(),
  items: z.array(
    z.object({
      name: z.string(),
      entityRef: z.string(),
      title: z.string(),
      description: z.string().optional(),
      owner: z.string().optional(),
      category: z.string().optional(),
      tags: z.array(z.string()),
      definitionSha256: z.string(),
    }),
  ),
});

const detailSchema = z.object({
  schema: z.custom<StructuralSchema>().optional(),
});

/** Asks the promises backend, with the catalog's own credentials, which Promises are to have a Template. */
export class CatalogPromisesClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
  }): CatalogPromisesClient {
    return new CatalogPromisesClient(options);
  }

  private constructor(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /** All of one version; `unchanged` and none where that is the known one. */
  async list(known: string | undefined): Promise<z.infer<typeof listSchema>> {
    const query = known ? `?known=${encodeURIComponent(known)}` : '';
    return listSchema.parse(await this.#get(`/v1/catalog/promises${query}`));
  }

  /** The schema of a Promise's requests. */
  async schema(name: string): Promise<StructuralSchema> {
    const path = `/v1/promises/${encodeURIComponent(name)}`;
    const { schema } = detailSchema.parse(await this.#get(path));
    return schema ?? { type: 'object' };
  }

  async #get(path: string): Promise<unknown> {
    const baseUrl = await this.#discovery.getBaseUrl('promises');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'promises',
    });
    const response = await fetch(`${baseUrl}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
