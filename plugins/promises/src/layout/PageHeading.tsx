import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './PageHeading.module.css';

/** What a page is about, and what can be done with it. */
export function PageHeading(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Chips beside the title. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.heading}>
      {props.icon}
      <div className={styles.words}>
        <div className={styles.titleRow}>
          <Text
            as="h2"
            variant="title-medium"
            weight="bold"
            className={styles.title}
          >
            {props.title}
          </Text>
          {props.marks}
        </div>
        {props.subtitle && (
          <div className={styles.subtitle}>{props.subtitle}</div>
        )}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
