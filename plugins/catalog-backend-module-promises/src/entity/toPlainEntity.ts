import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_TITLE,
} from '@promissory/plugin-promises-common';
import { toMetadata } from './toMetadata';
import { withoutCaseCollisions } from './withoutCaseCollisions';

/**
 * The entity of a Destination or state store. They are small: their spec stays in the entity, and whoever needs them
 * reads them from the catalog.
 */
export function toPlainEntity(options: {
  readonly entity: Entity;
  readonly hash: string;
}): Entity {
  const { entity, hash } = options;
  const { annotations, labels } = entity.metadata;
  assertDistinctLabels(entity, Object.keys(labels ?? {}));
  const title = annotations?.[ANNOTATION_TITLE]?.trim();
  const description = annotations?.[ANNOTATION_DESCRIPTION]?.trim();
  const plain: Entity = {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: {
      ...toMetadata(entity, hash),
      ...(title && { title }),
      ...(description && { description }),
    },
    spec: entity.spec,
  };
  return withoutCaseCollisions(
    plain as unknown as JsonObject,
  ) as unknown as Entity;
}

// Labels decide where files go: better no Destination than one that lost a label on the way.
function assertDistinctLabels(entity: Entity, keys: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const key of keys) {
    const folded = key.toLocaleLowerCase('en-US');
    const earlier = seen.get(folded);
    if (earlier !== undefined) {
      throw new InputError(
        `${entity.kind} ${entity.metadata.name} has the labels ${earlier} and ${key}, which the catalog cannot tell apart; rename one`,
      );
    }
    seen.set(folded, key);
  }
}
