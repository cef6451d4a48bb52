import { loadRequestSnapshot } from '../database/operations/requests/loadRequestSnapshot';
import { planRequest } from '../plan/planRequest';
import { reachPoint } from '../points/reachPoint';
import type { WorkHandler } from '../queue/types';
import { assessRequest } from '../status/assessRequest';
import { createRequestSubject } from './createRequestSubject';
import { perform } from './perform';
import { isOtherState } from './refreshRequestState';
import { requestLogger } from './requestLogger';
import type { PerformTools } from './types';

/** Handles queue kind `request`: asks the plan for one action after another until there is nothing to do. */
export function requestHandler(given: PerformTools): WorkHandler {
  return async lease => {
    const uid = lease.work.key;
    let snapshot = await loadRequestSnapshot(given.knex, {
      uid,
      revisions: given.revisions,
      children: given.children,
    });
    if (!snapshot) return {};
    const tools: PerformTools = {
      ...given,
      logger: requestLogger(given.logger, snapshot.request),
    };
    reachPoint({
      point: 'claimed',
      workflow: snapshot.request.deleteRequestedAt ? 'delete' : 'configure',
      owner: lease.owner,
    });
    for (;;) {
      lease.signal.throwIfAborted();
      const now = tools.now();
      const action = planRequest(snapshot, {
        now,
        defaultIntervalMs: tools.defaultIntervalMs,
      });
      const subject = createRequestSubject({ tools, snapshot, lease });
      if (action.kind === 'rest') {
        if (isOtherState(snapshot, assessRequest(snapshot, now))) {
          await subject.record(async () => ({}), { touches: [] });
        }
        return { runAt: action.until };
      }
      await perform(subject, action, tools);
      // As the last transaction left it; what others changed since has enqueued this request again.
      snapshot = subject.current();
    }
  };
}
