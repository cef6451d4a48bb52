import { createParser } from 'eventsource-parser';

/** A message of a stream with the moment at which its bytes were parsed. */
export interface StreamMessage {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: string;
  /** Milliseconds since the epoch, with fractions. */
  readonly at: number;
}

/** Opens a text/event-stream; resolves when the server has answered. `closed` rejects where the server ends it. */
export async function openEventStream(
  url: string,
  options: {
    readonly authorization: string;
    readonly signal: AbortSignal;
    readonly onMessage: (message: StreamMessage) => void;
  },
): Promise<{ readonly closed: Promise<void> }> {
  const response = await fetch(url, {
    headers: {
      authorization: options.authorization,
      accept: 'text/event-stream',
    },
    signal: options.signal,
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `${url} answered ${response.status}: ${await response.text()}`,
    );
  }
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent: ({ id, event, data }) =>
      options.onMessage({
        id,
        event,
        data,
        at: performance.timeOrigin + performance.now(),
      }),
  });
  const { body } = response;
  const read = async () => {
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk, { stream: true }));
    }
    throw new Error(`${url} was ended by the server`);
  };
  const closed = read().catch((error: unknown) => {
    if (!options.signal.aborted) {
      throw error;
    }
  });
  // Whoever awaits it later still sees the rejection; until then it must not end the process.
  closed.catch(() => {});
  return { closed };
}
