import type { ReactNode } from 'react';
import { ConnectionBanner } from '@promissory/plugin-promises-react';
import styles from '../layout/PageBody.module.css';

/** The content of a tab on an entity page, which brings its own landmarks and spacing. */
export function EntityTab(props: { readonly children: ReactNode }) {
  return (
    <div className={styles.body}>
      <ConnectionBanner />
      {props.children}
    </div>
  );
}
