import { createParser } from 'eventsource-parser';
import type { PromisesEvent } from '../types';

/** What one connection of the live stream tells. */
export interface EventStreamListener {
  /** An event of the log, or a mark of how far the server has looked where there is no event. */
  onPosition(position: string): void;
  onEvent(event: PromisesEvent): void;
  onReset(): void;
  /** Bytes came, heartbeats included. */
  onActivity(): void;
}

/** Reads one response body to its end. Rejects where the connection breaks. */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  listener: EventStreamListener,
): Promise<void> {
  const parser = createParser({
    onEvent: message => {
      if (message.event === 'reset') listener.onReset();
      else if (message.event === undefined || message.event === 'message') {
        listener.onEvent(JSON.parse(message.data) as PromisesEvent);
      }
      if (message.id) listener.onPosition(message.id);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      listener.onActivity();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
