import { NotFoundError } from '@backstage/errors';
import type { StepLog } from '@promissory/plugin-promises-common';
import { readStepLog } from '@promissory/plugin-promises-engine';
import type { RequestHandler } from 'express';
import type { RouteContext } from '../RouteContext';
import { loadRequest } from './loadRequest';

/** Lines of one step's log. */
export function getStepLog(
  context: RouteContext,
): RequestHandler<
  { uid: string; run: string; step: string },
  StepLog,
  unknown,
  { after?: number; limit?: number }
> {
  return async (request, response) => {
    const { uid, run, step } = request.params;
    const caller = await context.callers.read(request);
    await loadRequest(context, caller, uid);
    const log = await readStepLog(context.knex, {
      requestUid: uid,
      runId: run,
      stepId: step,
      after: request.query.after,
      limit: request.query.limit,
    });
    if (!log) {
      throw new NotFoundError(
        `The request ${uid} has no step ${step} in a run ${run}`,
      );
    }
    response.json(log);
  };
}
