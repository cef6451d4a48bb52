import { InputError } from '@backstage/errors';
import {
  hashDefinition,
  orderedJson,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { DefinitionRow } from '../../rows/rows';

/** How old `last_used_at` may be: naming a definition again writes only after this. */
const FRESH_MS = 3_600_000;

/** A definition under its hash. */
export interface PutDefinitionOptions {
  /** `hashDefinition` of the definition; an InputError where it is not. */
  readonly sha256: string;
  readonly definition: JsonObject;
  readonly now: Date;
}

/** Keeps a definition, its fields in the author's order. One that is kept already is not written again. */
export async function putDefinition(
  knex: Knex,
  options: PutDefinitionOptions,
): Promise<'kept' | 'known'> {
  const { sha256, definition, now } = options;
  const actual = hashDefinition(definition);
  if (actual !== sha256) {
    throw new InputError(
      `The definition has the hash ${actual}, not ${sha256}: send it under the sha256 of its canonical JSON`,
    );
  }
  const at = now.toISOString();
  const known = await knex<DefinitionRow>('definitions')
    .where({ sha256 })
    .first('last_used_at');
  if (known) {
    if (now.getTime() - Date.parse(known.last_used_at) > FRESH_MS) {
      await knex<DefinitionRow>('definitions')
        .where({ sha256 })
        .update({ last_used_at: at });
    }
    return 'known';
  }
  const content = orderedJson(definition);
  await knex<DefinitionRow>('definitions')
    .insert({
      sha256,
      content,
      bytes: Buffer.byteLength(content),
      created_at: at,
      last_used_at: at,
    })
    .onConflict('sha256')
    .ignore();
  return 'kept';
}
