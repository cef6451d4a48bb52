import type { Knex } from 'knex';
import { ulid } from 'ulid';
import type { PromiseRow, RequestRow } from '../database/rows/rows';
import type { AppliedRequest } from './AppliedRequest';
import { insertGeneration } from './insertGeneration';
import { newRequestRow } from './newRequestRow';
import { requestEvent } from './requestEvent';
import type { ApplyRequestOptions } from './types';

/** Inserts a request and its first generation. */
export async function createRequest(
  transaction: Knex.Transaction,
  options: {
    readonly request: ApplyRequestOptions;
    readonly promise: PromiseRow;
    readonly platform: string;
    readonly at: string;
    /** of a child: whose, and for whom */
    readonly parent?: { readonly uid: string; readonly requestedBy: string };
  },
): Promise<AppliedRequest> {
  const { request, promise, platform, at, parent } = options;
  const uid = ulid();
  // Goes on from deleted requests of the name: an etag of theirs must not fit the new one.
  const before = await transaction<RequestRow>('requests')
    .where({
      platform,
      promise_name: promise.name,
      namespace: request.namespace,
      name: request.name,
    })
    .max({ version: 'row_version' })
    .first<{ version: number | null }>();
  await transaction<RequestRow>('requests').insert(
    newRequestRow({
      uid,
      request,
      promise,
      platform,
      at,
      rowVersion: (before?.version ?? 0) + 1,
      parent,
    }),
  );
  await insertGeneration(transaction, { uid, generation: 1, request, at });
  return {
    uid,
    outcome: 'created',
    wake: true,
    event: requestEvent(
      'RequestCreated',
      { uid, platform, request, requestedBy: parent?.requestedBy },
      {
        generation: 1,
        ...(parent ? { parentUid: parent.uid } : {}),
      },
    ),
  };
}
