import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A name and its value. */
export interface Fact {
  readonly label: string;
  /** Left out where there is none. */
  readonly value: ReactNode;
}

/** Names and values below each other. */
export function Facts(props: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
