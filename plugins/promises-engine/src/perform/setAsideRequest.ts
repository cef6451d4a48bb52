import { stringifyError } from '@backstage/errors';
import { lockRequest } from '../database/operations/requests/lockRequest';
import { readRequestFacts } from '../database/operations/requests/readRequestFacts';
import { readRequestRow } from '../database/operations/requests/readRequestRow';
import type { RequestRow } from '../database/rows/rows';
import { runInTransaction } from '../database/transactions';
import type { SetAsideHandler, SetAsideWork } from '../queue';
import { setAsideState } from '../status/setAsideState';
import { finishTransaction } from './finishTransaction';
import { FIRST_IN_QUEUE } from './firstInQueue';
import { refreshRequestState } from './refreshRequestState';
import { requestScope } from './requestScope';
import type { PerformTools } from './types';

/**
 * Says of a request that working on it was given up. What makes it fail may be what its state is derived from: then the
 * state comes from its row alone.
 */
export function setAsideRequest(tools: PerformTools): SetAsideHandler {
  return async work => {
    try {
      await refresh(tools, work);
    } catch (error) {
      tools.logger.warn(
        `The state of request ${
          work.context.work.key
        } cannot be derived, so only its row says that it is set aside: ${stringifyError(
          error,
        )}`,
      );
      await writeRow(tools, work);
    }
  };
}

async function refresh(
  tools: PerformTools,
  { context, release }: SetAsideWork,
): Promise<void> {
  const uid = context.work.key;
  await runInTransaction(tools.knex, async transaction => {
    const row = await lockRequest(transaction, uid);
    await release(transaction);
    if (!row) return;
    const { revisions, children } = tools;
    await finishTransaction(
      transaction,
      await refreshRequestState(transaction, {
        uid,
        revisions,
        children,
        now: tools.now(),
      }),
    );
  });
}

async function writeRow(
  { knex, now }: PerformTools,
  { context, release }: SetAsideWork,
): Promise<void> {
  const uid = context.work.key;
  await runInTransaction(knex, async transaction => {
    await lockRequest(transaction, uid);
    await release(transaction);
    const row = await readRequestRow(transaction, uid);
    if (!row || row.deleted_at) return;
    const request = readRequestFacts({
      ...row,
      labels: '{}',
      annotations: '{}',
      state_detail: '{}',
      status: '{}',
      conditions: '[]',
    });
    const { name, reason, message, detail } = setAsideState(request);
    const at = now().toISOString();
    const since = name === row.state ? row.state_since : at;
    await transaction<RequestRow>('requests')
      .where({ uid })
      .update({
        state: name,
        state_reason: reason,
        state_message: message,
        state_detail: JSON.stringify(detail),
        state_since: since,
        updated_at: at,
      });
    await finishTransaction(transaction, {
      enqueue: row.parent_uid
        ? [{ kind: 'request', key: row.parent_uid, runAt: FIRST_IN_QUEUE }]
        : [],
      events: [
        {
          ...requestScope(request),
          type: 'RequestStateChanged',
          payload: {
            name: row.name,
            generation: row.generation,
            previous: row.state,
            state: { name, reason, message, since },
          },
        },
      ],
    });
  });
}
