import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog in memory whose entities a test changes, and which can be broken. */
export class FakeCatalog {
  readonly #entities = new Map<string, Entity>();
  #version = 0;
  #broken = false;

  static create(): FakeCatalog {
    return new FakeCatalog();
  }

  put(entity: Entity): string {
    this.#version += 1;
    const ref = stringifyEntityRef(entity);
    this.#entities.set(ref, {
      ...entity,
      metadata: { ...entity.metadata, etag: `e${this.#version}` },
    });
    return ref;
  }

  remove(entityRef: string): void {
    this.#entities.delete(entityRef);
  }

  set broken(value: boolean) {
    this.#broken = value;
  }

  readonly factory = catalogServiceMock.mock({
    getEntityByRef: async ref => {
      this.#check();
      return this.#entities.get(
        typeof ref === 'string' ? ref : stringifyEntityRef(ref),
      );
    },
    getEntitiesByRefs: async ({ entityRefs }) => {
      this.#check();
      return { items: entityRefs.map(ref => this.#entities.get(ref)) };
    },
    // Pages of two, so that reading them all is tested.
    queryEntities: async request => {
      this.#check();
      const start = request && 'cursor' in request ? Number(request.cursor) : 0;
      const all = [...this.#entities.values()];
      const end = start + 2;
      return {
        items: all.slice(start, end),
        totalItems: all.length,
        pageInfo: end < all.length ? { nextCursor: String(end) } : {},
      };
    },
  }).factory;

  #check(): void {
    if (this.#broken) throw new Error('The catalog is down');
  }
}
