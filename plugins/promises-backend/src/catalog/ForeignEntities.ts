import type { AuthService } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const AT_ONCE = 200;

/** Which names the catalog has from elsewhere. */
export class ForeignEntities {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  static create(options: {
    readonly catalog: CatalogService;
    readonly auth: AuthService;
  }): ForeignEntities {
    return new ForeignEntities(options.catalog, options.auth);
  }

  private constructor(catalog: CatalogService, auth: AuthService) {
    this.#catalog = catalog;
    this.#auth = auth;
  }

  /** Those of the refs that did not come from here, with where they came from. Rejects where nobody can tell. */
  async find(entityRefs: readonly string[]): Promise<Map<string, string>> {
    const foreign = new Map<string, string>();
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (let start = 0; start < entityRefs.length; start += AT_ONCE) {
      const refs = entityRefs.slice(start, start + AT_ONCE);
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs: refs,
          fields: ['kind', 'metadata.name', 'metadata.annotations'],
        },
        { credentials },
      );
      refs.forEach((ref, index) => {
        const entity = items[index];
        const location =
          entity?.metadata.annotations?.[ANNOTATION_LOCATION] ?? 'elsewhere';
        if (entity && !location.startsWith('promissory:')) {
          foreign.set(ref, location);
        }
      });
    }
    return foreign;
  }
}
