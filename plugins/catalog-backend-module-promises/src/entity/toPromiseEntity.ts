import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  getPromiseApi,
  getPromiseVersion,
  readCard,
  UNVERSIONED_PROMISE,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import { toMetadata } from './toMetadata';
import { withoutCaseCollisions } from './withoutCaseCollisions';

/**
 * The slim entity of a Promise: what the catalog lists, relates and filters by. The whole definition is in the promises
 * backend under the hash, so that a Promise of a megabyte costs the catalog no more than a small one.
 */
export function toPromiseEntity(options: {
  readonly entity: Entity;
  readonly definition: PromiseDefinition;
  readonly hash: string;
}): Entity {
  const { entity, definition, hash } = options;
  const { card } = readCard(definition);
  const slim: Entity = {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: {
      ...toMetadata(entity, hash),
      title: card.title,
      ...(card.description && { description: card.description }),
      ...(card.tags.length > 0 && { tags: [...card.tags] }),
      ...(card.links.length > 0 && {
        links: card.links.filter(({ url }) => URL.canParse(url)),
      }),
    },
    spec: toSpec(definition, card.owner, card.category),
  };
  return withoutCaseCollisions(
    slim as unknown as JsonObject,
  ) as unknown as Entity;
}

function toSpec(
  definition: PromiseDefinition,
  owner: string | undefined,
  category: string | undefined,
): JsonObject {
  const api = getPromiseApi(definition);
  const version = getPromiseVersion(definition);
  const { requiredPromises, destinationSelectors } = definition.spec;
  return {
    ...(category && { type: category }),
    ...(owner && { owner }),
    ...(version !== UNVERSIONED_PROMISE && { version }),
    ...(api && {
      api: {
        group: api.group,
        kind: api.kind,
        plural: api.plural,
        version: api.version,
        versions: [...api.servedVersions],
      },
    }),
    ...(requiredPromises && {
      requiredPromises: requiredPromises.map(required => ({
        name: required.name,
        ...(required.version && { version: required.version }),
      })),
    }),
    ...(destinationSelectors && {
      destinationSelectors: destinationSelectors.map(({ matchLabels }) => ({
        matchLabels: { ...matchLabels },
      })),
    }),
  };
}
