import { hashSpec } from '@promissory/plugin-promises-common';
import type { Knex } from 'knex';
import type { RequestGenerationRow } from '../database/rows/rows';
import type { ApplyRequestOptions } from './types';

/** Keeps what was asked for, by whom. */
export async function insertGeneration(
  transaction: Knex.Transaction,
  options: {
    readonly uid: string;
    readonly generation: number;
    readonly request: ApplyRequestOptions;
    readonly at: string;
  },
): Promise<void> {
  const { uid, generation, request, at } = options;
  await transaction<RequestGenerationRow>('request_generations').insert({
    request_uid: uid,
    generation,
    spec: JSON.stringify(request.spec),
    spec_hash: hashSpec(request.spec),
    promise_revision_id: request.promiseRevisionId,
    actor: request.actor.ref,
    origin: request.actor.origin,
    comment: request.comment ?? null,
    decision: 'accepted',
    created_at: at,
  });
}
