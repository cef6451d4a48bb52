import { Alert } from '@backstage/ui';
import { RiWifiOffLine } from '@remixicon/react';
import { useConnectionState } from '../events/useConnectionState';

/** Says that what is shown may be old while the live connection is lost; nothing while it is there. @public */
export function ConnectionBanner() {
  const state = useConnectionState();
  const isLost = state === 'reconnecting' || state === 'closed';
  return (
    <div role="status" aria-live="polite">
      {isLost && (
        <Alert
          status="warning"
          icon={<RiWifiOffLine aria-hidden />}
          title="Connection lost"
          description={
            state === 'reconnecting'
              ? 'What you see may be old. Reconnecting; the page catches up by itself.'
              : 'What you see may be old: the server refused the live connection. It is tried again every 30 seconds.'
          }
        />
      )}
    </div>
  );
}
