import type { EntityFacts } from './readEntity';

/** Changes when something has to be registered anew: the entity, or what is wrong with its file. */
export function versionOf(
  facts: Pick<EntityFacts, 'etag' | 'fault'>,
): string | undefined {
  if (facts.etag === undefined) return undefined;
  return facts.fault === undefined
    ? facts.etag
    : `${facts.etag} ${facts.fault}`;
}
