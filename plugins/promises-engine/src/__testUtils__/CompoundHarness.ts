import type { JsonObject } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import { stringify } from 'yaml';
import type { RequestRow } from '../database/rows/rows';
import type { PromisesEngineOptions } from '../PromisesEngineOptions';
import { EngineHarness } from './EngineHarness';
import { promiseOf, type PromiseParts } from './promiseOf';
import type { Script } from './ScriptedRunner';

/** A document that is a request of one of the test's Promises. */
export function childDocument(
  kind: string,
  name: string,
  parts: {
    readonly spec?: JsonObject;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  } = {},
): string {
  const { spec = { size: 'small' }, namespace, labels } = parts;
  return stringify({
    apiVersion: 'example.com/v1',
    kind,
    metadata: {
      name,
      ...(namespace ? { namespace } : {}),
      ...(labels ? { labels } : {}),
    },
    spec,
  });
}

/**
 * An engine with the Promises `service`, whose pipeline `service` writes what `documents` says, `database` and `cache`,
 * and a Destination that fulfils requests.
 */
export async function startCompound(options: {
  readonly knex: Knex;
  readonly scripts?: Readonly<Record<string, Script>>;
  readonly documents?: Readonly<Record<string, string>>;
  readonly promises?: readonly PromiseParts[];
  readonly engine?: Partial<PromisesEngineOptions>;
  /** Default true. */
  readonly start?: boolean;
}): Promise<{
  readonly harness: EngineHarness;
  readonly documents: Record<string, string>;
}> {
  const documents = { ...options.documents };
  const harness = await EngineHarness.create({
    knex: options.knex,
    engine: options.engine,
    scripts: {
      service: () => ({ output: { ...documents } }),
      database: ({ object }) => ({
        output: {
          'database.yaml': `size: ${
            (object.spec as { size?: string }).size ?? 'none'
          }\n`,
        },
      }),
      cache: () => ({ output: { 'cache.yaml': 'kind: Cache\n' } }),
      ...options.scripts,
    },
  });
  await harness.addDestination('platform', {}, {}, { fulfilsRequests: true });
  for (const parts of options.promises ?? [
    { name: 'database', configure: ['database'] },
    { name: 'cache', configure: ['cache'] },
    { name: 'service', configure: ['service'] },
  ]) {
    await harness.addPromise(promiseOf(parts));
  }
  if (options.start !== false) await harness.engine.start();
  return { harness, documents };
}

/** The live request of a name. */
export async function findLive(
  harness: EngineHarness,
  promiseName: string,
  name: string,
): Promise<RequestRow | undefined> {
  return harness
    .knex<RequestRow>('requests')
    .where({ promise_name: promiseName, name })
    .whereNull('deleted_at')
    .first();
}
