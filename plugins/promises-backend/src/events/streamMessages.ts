import type { StoredEvent } from '@promissory/plugin-promises-engine';
import { toApiEvent } from './toApiEvent';

/** An event of the log, as a message of the stream. */
export function eventMessage(event: StoredEvent): string {
  return `id: ${event.position}\ndata: ${JSON.stringify(
    toApiEvent(event),
  )}\n\n`;
}

/** How far the server has looked where there was nothing to tell: a later connection resumes after it. */
export function positionMessage(position: string): string {
  return `event: position\nid: ${position}\ndata: {}\n\n`;
}

/** Events are missing for good: the viewer has to read the state anew. */
export function resetMessage(position: string): string {
  return `event: reset\nid: ${position}\ndata: {}\n\n`;
}

/** Keeps proxies and viewers from taking silence for a dead connection. */
export const heartbeatMessage = ': heartbeat\n\n';
