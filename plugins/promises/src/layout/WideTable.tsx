import type { ReactElement } from 'react';
import styles from './WideTable.module.css';

/** Around a table: says at its edges that it goes on sideways, and keeps words legible in the row under the pointer. */
export function WideTable(props: { readonly children: ReactElement }) {
  return <div className={styles.wide}>{props.children}</div>;
}
