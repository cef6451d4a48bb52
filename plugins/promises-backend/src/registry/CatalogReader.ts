import type { AuthService } from '@backstage/backend-plugin-api';
import type { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { LocationFault } from './LocationFault';
import { readLocationFault } from './readLocationFault';

const PAGE = 200;

/** Reads Kratix's kinds, and what is wrong with locations, from the catalog with the plugin's own credentials. */
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
    return this.#query({
      filter: {
        kind: ['Promise', 'Destination', 'GitStateStore', 'BucketStateStore'],
      },
    });
  }

  /** Locations that the catalog could not read when it last tried. */
  async locationFaults(): Promise<LocationFault[]> {
    const locations = await this.#query({
      filter: { kind: 'Location' },
      fields: ['kind', 'metadata.name', 'spec', 'status'],
    });
    return locations.flatMap(each => readLocationFault(each) ?? []);
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

  async #query(
    request: Pick<QueryEntitiesInitialRequest, 'filter' | 'fields'>,
  ): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE, fields: request.fields }
          : { ...request, limit: PAGE },
        { credentials },
      );
      entities.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return entities;
  }
}
