import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { createHash } from 'node:crypto';

/** What the catalog was given, by entity ref. */
export type GivenEntities = ReadonlyMap<string, string>;

/** What changes in the catalog when these become those. */
export function compareEntities(options: {
  readonly given: GivenEntities;
  readonly items: ReadonlyArray<Required<DeferredEntity>>;
}): {
  readonly added: DeferredEntity[];
  readonly removed: Array<{ entityRef: string }>;
  readonly given: GivenEntities;
} {
  const given = new Map<string, string>();
  const added = options.items.filter(item => {
    const entityRef = stringifyEntityRef(item.entity);
    const hash = createHash('sha256')
      .update(JSON.stringify(item))
      .digest('base64');
    given.set(entityRef, hash);
    return options.given.get(entityRef) !== hash;
  });
  const removed = [...options.given.keys()]
    .filter(entityRef => !given.has(entityRef))
    .map(entityRef => ({ entityRef }));
  return { added: [...added], removed, given };
}
