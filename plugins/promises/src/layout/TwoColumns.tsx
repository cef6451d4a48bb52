import type { ReactNode } from 'react';
import styles from './TwoColumns.module.css';

/** What matters, and facts beside it; below it where the page is narrow. */
export function TwoColumns(props: {
  readonly main: ReactNode;
  readonly side: ReactNode;
}) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{props.main}</div>
      <div className={styles.column}>{props.side}</div>
    </div>
  );
}
