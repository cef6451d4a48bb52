import type { NewEvent } from '../events/types';
import type { ApplyRequestOptions } from './types';

/** What the log tells of an order or a change. */
export function requestEvent(
  type: 'RequestCreated' | 'RequestChanged',
  subject: {
    readonly uid: string;
    readonly platform: string;
    readonly request: ApplyRequestOptions;
    readonly requestedBy?: string;
  },
  payload: Readonly<Record<string, unknown>>,
): NewEvent {
  const { uid, platform, request, requestedBy } = subject;
  return {
    type,
    actor: request.actor.ref,
    platform,
    promiseName: request.promiseName,
    requestUid: uid,
    namespace: request.namespace,
    ownerRef: request.ownerRef,
    requestedBy: requestedBy ?? request.actor.ref,
    payload: {
      name: request.name,
      origin: request.actor.origin,
      ...(request.comment ? { comment: request.comment } : {}),
      ...payload,
    },
  };
}
