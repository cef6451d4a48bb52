import { useCallback, useEffect, useRef, useState } from 'react';
import type { PromisesEvent } from '@promissory/plugin-promises-common';
import { useEventHub } from '../events/useEventHub';
import { CoalescedLoad } from './CoalescedLoad';
import type { Loaded } from './Loaded';
import { statusOf } from './statusOf';

/** What is read, and which events make it stale. */
export interface UseLoadedOptions<T> {
  /** Identifies what is read: another key reads anew. */
  readonly key: string;
  /** Topics of the event stream that are followed while the component is there. */
  readonly topics: readonly string[];
  /** Shows the data of the key before until there is other data: for lists whose filter changes. */
  readonly keepPrevious?: boolean;
  load(signal: AbortSignal): Promise<T>;
  /** All events of the topics unless given. */
  isRelevant?(event: PromisesEvent): boolean;
}

interface State<T> {
  readonly key?: string;
  readonly data?: T;
  readonly error?: Error;
  readonly isReading: boolean;
}

/** Reads, and stays live: reads again when an event says that what is shown is old. */
export function useLoaded<T>(options: UseLoadedOptions<T>): Loaded<T> {
  const { key, keepPrevious = false } = options;
  const topics = options.topics.join(',');
  const hub = useEventHub();
  const latest = useRef(options);
  latest.current = options;
  const loading = useRef<CoalescedLoad<T>>();
  const [state, setState] = useState<State<T>>({ isReading: true });

  useEffect(() => {
    let hasFailed = false;
    const load = CoalescedLoad.start<T>({
      load: signal => latest.current.load(signal),
      onStart: () => setState(before => ({ ...before, isReading: true })),
      onData: data => {
        hasFailed = false;
        setState({ key, data, isReading: false });
      },
      onError: error => {
        hasFailed = true;
        setState(before => ({
          key,
          data: before.key === key && !isFinal(error) ? before.data : undefined,
          error,
          isReading: false,
        }));
      },
    });
    loading.current = load;
    const unsubscribe = hub.subscribe({
      topics: topics.split(','),
      onEvent: event => {
        if (latest.current.isRelevant?.(event) ?? true) {
          load.again();
        }
      },
      onGap: () => load.again(),
    });
    // What failed while the connection was away is read again when it is back, without anybody asking.
    const unsubscribeState = hub.subscribeConnectionState(() => {
      if (hasFailed && hub.connectionState() === 'open') {
        load.again();
      }
    });
    return () => {
      unsubscribe();
      unsubscribeState();
      load.stop();
    };
  }, [hub, key, topics]);

  const reload = useCallback(() => loading.current?.again(), []);
  const isCurrent = state.key === key;
  const data = isCurrent || keepPrevious ? state.data : undefined;
  const error = isCurrent ? state.error : undefined;
  return {
    data,
    error,
    isLoading: data === undefined && error === undefined,
    isRefreshing: data !== undefined && (state.isReading || !isCurrent),
    reload,
  };
}

function isFinal(error: Error): boolean {
  return [401, 403, 404].includes(statusOf(error) ?? 0);
}
