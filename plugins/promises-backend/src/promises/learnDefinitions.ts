import type { PromiseDefinition } from '@promissory/plugin-promises-common';
import { getDefinition } from '@promissory/plugin-promises-engine';
import type { Knex } from 'knex';
import type { DefinitionCache } from './DefinitionCache';

/** Reads definitions, and has the cache know their runners and annotations. */
export async function learnDefinitions(
  context: { readonly knex: Knex; readonly definitions: DefinitionCache },
  hashes: readonly string[],
): Promise<ReadonlyMap<string, PromiseDefinition>> {
  const found = new Map<string, PromiseDefinition>();
  for (const sha256 of hashes) {
    const definition = await getDefinition(context.knex, { sha256 });
    if (!definition) continue;
    found.set(sha256, definition);
    context.definitions.runner(sha256, definition);
  }
  return found;
}
