import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE = 200;

/** Reads Kratix's kinds from the catalog with the plugin's own credentials. */
export class CatalogReader {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  static create(options: {
    readonly catalog: CatalogService;
    readonly auth: AuthService;
  }): CatalogReader {
    return new CatalogReader(options.catalog, options.auth);
  }

  private constructor(catalog: CatalogService, auth: AuthService) {
    this.#catalog = catalog;
    this.#auth = auth;
  }

  async one(entityRef: string): Promise<Entity | undefined> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    return this.#catalog.getEntityByRef(entityRef, { credentials });
  }

  /** All entities; rejects where any page cannot be read, so that nobody takes a part for the whole. */
  async all(): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE }
          : {
              filter: {
                kind: [
                  'Promise',
                  'Destination',
                  'GitStateStore',
                  'BucketStateStore',
                ],
              },
              limit: PAGE,
            },
        { credentials },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }

  /** Which of these refs the catalog does not have. */
  async missing(entityRefs: readonly string[]): Promise<Set<string>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields: ['kind', 'metadata.name'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => !items[index]));
  }
}
