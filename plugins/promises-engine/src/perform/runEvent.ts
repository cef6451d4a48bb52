import type { Knex } from 'knex';
import { afterCommit } from '../database/transactions';
import type { NewEvent } from '../events/types';
import type { RunFacts } from '../plan/snapshot';
import type { PerformTools, Subject } from './types';

/** That a run ended, with how and why; the observer is told once it is committed. */
export function runFinishedEvent(
  transaction: Knex.Transaction,
  subject: Subject,
  tools: Pick<PerformTools, 'now' | 'observer'>,
  run: Pick<
    RunFacts,
    'id' | 'workflow' | 'trigger' | 'generation' | 'startedAt'
  >,
  end: { state: string; reason?: string; message?: string },
): NewEvent {
  const now = tools.now().getTime();
  const begun = run.startedAt ? Date.parse(run.startedAt) : now;
  afterCommit(transaction, () =>
    tools.observer?.runFinished?.({
      promise: subject.snapshot.promise.name,
      workflow: run.workflow,
      state: end.state,
      seconds: Math.max(0, now - begun) / 1_000,
    }),
  );
  return {
    ...subject.scope,
    type: 'RunFinished',
    runId: run.id,
    payload: {
      workflow: run.workflow,
      trigger: run.trigger,
      generation: run.generation,
      ...end,
    },
  };
}
