import type { Knex } from 'knex';
import type { RequestRow } from '../database/rows/rows';
import { activeTraceparent } from '../observe/traceContext';
import type { AppliedRequest } from './AppliedRequest';
import { insertGeneration } from './insertGeneration';
import { requestEvent } from './requestEvent';
import type { ApplyRequestOptions } from './types';

/** Changes what a request asks for; its content is another one than before. */
export async function changeRequest(
  transaction: Knex.Transaction,
  options: {
    readonly request: ApplyRequestOptions;
    readonly row: RequestRow;
    readonly at: string;
    /** the spec is another one, which makes a generation */
    readonly spec: boolean;
    /** of a child: for whom its parent was ordered */
    readonly requestedBy?: string;
  },
): Promise<AppliedRequest> {
  const { request, row, at, spec } = options;
  const { uid, platform } = row;
  const requestedBy = options.requestedBy ?? row.requested_by;
  const generation = row.generation + (spec ? 1 : 0);
  await transaction<RequestRow>('requests')
    .where({ uid })
    .update({
      owner_ref: request.ownerRef,
      requested_by: requestedBy,
      labels: JSON.stringify(request.labels),
      annotations: JSON.stringify(request.annotations),
      generation,
      row_version: row.row_version + 1,
      trace: activeTraceparent() ?? null,
      updated_at: at,
    });
  if (spec) {
    await insertGeneration(transaction, { uid, generation, request, at });
  }
  return {
    uid,
    outcome: 'changed',
    // Children follow the owner.
    wake:
      spec ||
      request.ownerRef !== row.owner_ref ||
      requestedBy !== row.requested_by,
    event: requestEvent(
      'RequestChanged',
      { uid, platform, request, requestedBy },
      { generation, spec },
    ),
  };
}
