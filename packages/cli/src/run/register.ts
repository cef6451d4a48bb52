import {
  checkPromise,
  hashDefinition,
  readCard,
  type JsonObject,
  type PromiseDefinition,
} from '@promissory/plugin-promises-common';
import {
  putDefinition,
  upsertDestination,
  upsertPromise,
  upsertStateStore,
} from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import type { LocalStores } from './localStores';

const PLATFORM = 'native';

/** Registers a Promise as the catalog would from a trusted location. */
export async function registerPromise(
  knex: Knex,
  definition: PromiseDefinition,
): Promise<void> {
  const now = new Date();
  const document = definition as unknown as JsonObject;
  const sha256 = hashDefinition(document);
  await putDefinition(knex, { sha256, definition: document, now });
  await upsertPromise(knex, {
    platform: PLATFORM,
    now,
    promise: {
      entityRef: `promise:default/${definition.metadata.name}`,
      definitionSha256: sha256,
      definition,
      card: readCard(definition).card,
      trusted: true,
      findings: checkPromise(definition),
    },
  });
}

/** Registers state stores and Destinations. */
export async function registerStores(
  knex: Knex,
  { stateStores, destinations }: LocalStores,
): Promise<void> {
  const known = { platform: PLATFORM, now: new Date() };
  for (const definition of stateStores) {
    await upsertStateStore(knex, {
      ...known,
      stateStore: {
        entityRef: `gitstatestore:default/${definition.metadata.name}`,
        definition,
        trusted: true,
        findings: [],
      },
    });
  }
  for (const { definition, fulfilsRequests } of destinations) {
    await upsertDestination(knex, {
      ...known,
      destination: {
        entityRef: `destination:default/${definition.metadata.name}`,
        definition,
        fulfilsRequests,
        trusted: true,
        findings: [],
      },
    });
  }
}
