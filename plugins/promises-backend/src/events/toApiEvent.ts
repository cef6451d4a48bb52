import type { PromisesEvent } from '@promissory/plugin-promises-common';
import type { StoredEvent } from '@promissory/plugin-promises-engine';

/** An event as callers see it: owner and requester only decide who they are. */
export function toApiEvent(event: StoredEvent): PromisesEvent {
  return {
    position: event.position,
    type: event.type,
    version: event.version,
    at: event.at,
    actor: event.actor,
    promise: event.promiseName,
    requestUid: event.requestUid,
    namespace: event.namespace,
    runId: event.runId,
    stepId: event.stepId,
    destination: event.destination,
    payload: { ...event.payload },
  };
}
