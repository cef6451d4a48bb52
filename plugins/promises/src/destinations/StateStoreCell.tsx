import type { StateStoreInfo } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { destinationLook } from './destinationLook';
import styles from './DestinationTable.module.css';

/** The state store of a Destination with its health. */
export function StateStoreCell(props: {
  readonly store: StateStoreInfo | undefined;
}) {
  const { store } = props;
  if (!store) {
    return <span className={styles.secondary}>not registered</span>;
  }
  return (
    <div>
      <div className={styles.store}>
        {store.name}
        <StatusChip
          {...destinationLook[store.state]}
          description={store.message}
        />
      </div>
      <div className={styles.secondary}>
        {store.kind === 'GitStateStore' ? 'Git' : 'Bucket'}
        {store.branch && `, branch ${store.branch}`}
        {store.url && (
          <>
            , <code>{store.url}</code>
          </>
        )}
      </div>
      {store.state !== 'Ready' && store.message && (
        <div className={styles.message}>{store.message}</div>
      )}
    </div>
  );
}
