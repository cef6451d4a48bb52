import { useSyncExternalStore } from 'react';
import type { ConnectionState } from './types';
import { useEventHub } from './useEventHub';

/** How live the page is. `connecting` until a hook that follows events is mounted and its stream is open. @public */
export function useConnectionState(): ConnectionState {
  const hub = useEventHub();
  return useSyncExternalStore(
    hub.subscribeConnectionState,
    hub.connectionState,
  );
}
