import { useEffect, useRef } from 'react';
import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { useEventHub } from './useEventHub';

/** Which events, and who is told. @public */
export interface UseEventsOptions {
  /** `promises`, `requests`, `destinations`, `logs`, `request:<uid>`, `promise:<name>`. */
  readonly topics: readonly string[];
  onEvent(event: PromisesEvent): void;
  /** Events may have been missed, for example before the stream was open: read the state anew. */
  onGap?(): void;
}

/** Tells the events of some topics as they happen, from the one stream that all hooks share. @public */
export function useEvents(options: UseEventsOptions): void {
  const hub = useEventHub();
  const latest = useRef(options);
  latest.current = options;
  const topics = options.topics.join(',');
  useEffect(
    () =>
      topics === ''
        ? undefined
        : hub.subscribe({
            topics: topics.split(','),
            onEvent: event => latest.current.onEvent(event),
            onGap: () => latest.current.onGap?.(),
          }),
    [hub, topics],
  );
}
