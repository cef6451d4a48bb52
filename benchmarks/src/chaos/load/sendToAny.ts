import { setTimeout as sleep } from 'node:timers/promises';
import type {
  PortalClient,
  PortalResponse,
} from '../../portal/PortalClient.ts';

const PATIENCE_MS = 180_000;
const PAUSE_MS = 150;

/** An answer, and how often it was asked for until it came. */
export interface SentRequest {
  readonly response: PortalResponse;
  readonly attempts: number;
}

/** Sends what a customer wants, to whichever replica answers. */
export type Send = (
  method: string,
  path: string,
  options?: {
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  },
) => Promise<SentRequest>;

/**
 * Sends to one replica after the other until one answers: no answer and a status from 500 on tell nothing of what was
 * done, so that the same is sent again.
 */
export function sendToAny(clients: readonly PortalClient[]): Send {
  let turn = 0;
  return async (method, path, options) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (let attempts = 1; ; attempts += 1) {
      turn += 1;
      let last: string;
      try {
        const response = await clients[turn % clients.length].send(
          method,
          path,
          options,
        );
        if (isAnswer(response)) {
          return { response, attempts };
        }
        last = `${response.status} ${JSON.stringify(response.body)}`;
      } catch (error) {
        last = String(error);
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${method} ${path} had no answer in ${PATIENCE_MS} ms: ${last}`,
        );
      }
      await sleep(PAUSE_MS);
    }
  };
}

/** A backend that is starting listens before it has routes: its 404 has no body. */
function isAnswer({ status, body }: PortalResponse): boolean {
  return status < 500 && status !== 429 && (status !== 404 || Boolean(body));
}
