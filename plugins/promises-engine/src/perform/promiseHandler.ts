import { loadPromiseSnapshot } from '../database/operations/promises/loadPromiseSnapshot';
import { listOutdatedRequests } from '../database/operations/requests/listOutdatedRequests';
import { planPromise } from '../plan/planPromise';
import type { WorkHandler } from '../queue/types';
import { createPromiseSubject } from './createPromiseSubject';
import { perform } from './perform';
import type { PerformTools } from './types';

/**
 * Handles queue kind `promise`: its own Works and workflow, its availability, and at the end the requests that ran for
 * an earlier definition.
 */
export function promiseHandler(tools: PerformTools): WorkHandler {
  return async lease => {
    const id = lease.work.key;
    for (;;) {
      lease.signal.throwIfAborted();
      const snapshot = await loadPromiseSnapshot(tools.knex, {
        id,
        revisions: tools.revisions,
      });
      if (!snapshot) return {};
      const action = planPromise(snapshot, {
        now: tools.now(),
        defaultIntervalMs: tools.defaultIntervalMs,
      });
      const subject = createPromiseSubject({ tools, snapshot, lease });
      if (action.kind === 'rest') {
        const uids = await listOutdatedRequests(tools.knex, id);
        if (uids.length > 0) {
          await subject.append(async () => ({
            enqueue: uids.map(key => ({ kind: 'request', key })),
          }));
        }
        return { runAt: action.until };
      }
      await perform(subject, action, tools);
    }
  };
}
