import {
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { ANNOTATION_OWNER } from '@promissory/plugin-promises-common';

/** A relation of an entity with its name in each direction. */
export interface EntityRelation {
  readonly target: CompoundEntityRef;
  readonly type: string;
  readonly reverse: string;
}

/** Owner, required Promises, and the state store of a Destination. */
export function findRelations(entity: Entity): EntityRelation[] {
  return [
    ...refs(findOwner(entity), { defaultKind: 'group' }).map(target => ({
      target,
      type: RELATION_OWNED_BY,
      reverse: RELATION_OWNER_OF,
    })),
    ...findDependencies(entity).map(target => ({
      target,
      type: RELATION_DEPENDS_ON,
      reverse: RELATION_DEPENDENCY_OF,
    })),
  ];
}

function findOwner({ metadata, spec }: Entity): unknown {
  return spec?.owner ?? metadata.annotations?.[ANNOTATION_OWNER];
}

function findDependencies({ kind, metadata, spec }: Entity) {
  if (kind === 'Destination') {
    const store = spec?.stateStoreRef as
      | { readonly kind?: unknown; readonly name?: unknown }
      | undefined;
    return refs(store?.name, { defaultKind: String(store?.kind) });
  }
  const required = spec?.requiredPromises;
  return (Array.isArray(required) ? required : [])
    .flatMap(item =>
      refs((item as { name?: unknown } | null)?.name, {
        defaultKind: 'promise',
      }),
    )
    .filter(({ name }) => name !== metadata.name);
}

// A ref that cannot be read is told by the findings; here it is no relation.
function refs(
  ref: unknown,
  context: { readonly defaultKind: string },
): CompoundEntityRef[] {
  if (typeof ref !== 'string') {
    return [];
  }
  try {
    return [parseEntityRef(ref, { ...context, defaultNamespace: 'default' })];
  } catch {
    return [];
  }
}
