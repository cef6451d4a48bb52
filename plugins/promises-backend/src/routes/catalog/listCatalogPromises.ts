import { createHash } from 'node:crypto';
import {
  ANNOTATION_TEMPLATE,
  type CatalogPromise,
  type CatalogPromiseList,
} from '@promissory/plugin-promises-common';
import {
  listPromiseCards,
  listPromiseOffers,
  type PromiseCardData,
  type PromiseOffer,
} from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import { whyNotOrderable } from '../../admission/decideOrderable';
import type { DefinitionCache } from '../../promises/DefinitionCache';
import { learnDefinitions } from '../../promises/learnDefinitions';
import type { RouteContext } from '../RouteContext';

/** The Promises that take orders and are to have a Template, for the catalog module. */
export function listCatalogPromises(
  context: RouteContext,
): RequestHandler<unknown, CatalogPromiseList, unknown, { known?: string }> {
  return async (request, response) => {
    await context.callers.requirePlugin(request, 'catalog');
    const { knex, platform, definitions } = context;
    const of = { platform: platform.name };
    const offers = await listPromiseOffers(knex, of);
    const cards = await listPromiseCards(knex, of);
    const hashes = offers
      .map(({ definitionSha256 }) => definitionSha256)
      .filter(sha256 => !definitions.knownRunner(sha256));
    await learnDefinitions(context, [...new Set(hashes)]);
    const items = offers
      .filter(offer => hasTemplate(offer, definitions))
      .flatMap(offer => {
        const card = cards.get(offer.name);
        return card ? [toCatalogPromise(offer, card)] : [];
      });
    const version = createHash('sha256')
      .update(JSON.stringify(items))
      .digest('base64url');
    response.json(
      request.query.known === version
        ? { version, unchanged: true, items: [] }
        : { version, items },
    );
  };
}

function hasTemplate(
  { name, availability, hasApi, definitionSha256: sha256 }: PromiseOffer,
  definitions: DefinitionCache,
): boolean {
  const runner = definitions.knownRunner(sha256) ?? { available: false };
  const annotations = definitions.knownAnnotations(sha256);
  return (
    annotations[ANNOTATION_TEMPLATE] !== 'false' &&
    whyNotOrderable({ name, availability, hasApi, runner }) === undefined
  );
}

function toCatalogPromise(
  offer: PromiseOffer,
  card: PromiseCardData,
): CatalogPromise {
  const { title, description, category, tags } = card;
  return {
    name: offer.name,
    entityRef: offer.entityRef,
    title,
    ...(description && { description }),
    ...(offer.ownerRef && { owner: offer.ownerRef }),
    ...(category && { category }),
    tags: [...tags],
    definitionSha256: offer.definitionSha256,
  };
}
