import type { EntityFacts } from './readEntity';
import type { RegisteredEntity } from './RegistryStore';
import { versionOf } from './versionOf';

/** What a comparison finds to do. */
export interface ComparisonPlan {
  /** Refs to register. */
  readonly register: readonly string[];
  /** What is registered and was not seen in the catalog. */
  readonly gone: readonly RegisteredEntity[];
}

/**
 * Compares the whole catalog with what is registered. An entity whose version was registered before by this process is left
 * alone, unless the rows say otherwise: another replica, or an operator, may have changed them.
 */
export function planComparison(options: {
  readonly seen: readonly EntityFacts[];
  readonly registered: readonly RegisteredEntity[];
  /** Versions of what this process registered, by ref. */
  readonly versions: ReadonlyMap<string, string>;
}): ComparisonPlan {
  const rows = new Map(
    options.registered.map(each => [each.entityRef, each] as const),
  );
  const register = options.seen.filter(entity => {
    const row = rows.get(entity.entityRef);
    return (
      !row?.present ||
      entity.etag === undefined ||
      options.versions.get(entity.entityRef) !== versionOf(entity) ||
      (entity.kind === 'Promise' &&
        row.definitionSha256 !== entity.definitionSha256)
    );
  });
  const refs = new Set(options.seen.map(each => each.entityRef));
  return {
    register: register.map(each => each.entityRef),
    gone: options.registered.filter(
      each => each.present && !refs.has(each.entityRef),
    ),
  };
}
