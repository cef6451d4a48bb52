import type { NewEvent } from '../events/types';
import type { RunFacts } from '../plan/snapshot';
import type { Subject } from './types';

/** That a run ended, with how and why. */
export function runFinishedEvent(
  subject: Subject,
  run: Pick<RunFacts, 'id' | 'workflow' | 'trigger' | 'generation'>,
  end: { state: string; reason?: string; message?: string },
): NewEvent {
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
