import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog in memory that a test fills. */
export class TestCatalog {
  readonly #entities = new Map<string, Entity>();

  static create(): TestCatalog {
    return new TestCatalog();
  }

  put(entity: Entity): string {
    const ref = stringifyEntityRef(entity);
    this.#entities.set(ref, {
      ...entity,
      metadata: { ...entity.metadata, etag: String(this.#entities.size) },
    });
    return ref;
  }

  readonly factory = catalogServiceMock.mock({
    getEntityByRef: async ref =>
      this.#entities.get(
        typeof ref === 'string'
          ? ref
          : stringifyEntityRef({
              kind: ref.kind,
              namespace: ref.namespace ?? 'default',
              name: ref.name,
            }),
      ),
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref => this.#entities.get(ref)),
    }),
    queryEntities: async () => {
      const items = [...this.#entities.values()].filter(({ apiVersion }) =>
        apiVersion.startsWith('platform.kratix.io/'),
      );
      return { items, totalItems: items.length, pageInfo: {} };
    },
  }).factory;
}
