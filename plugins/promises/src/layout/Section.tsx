import { useId, type ReactNode } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import card from './card.module.css';
import styles from './Section.module.css';

/** A titled part of a page, findable by its heading and as a region. */
export function Section(props: {
  readonly title: string;
  /** Stands beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <Card className={card.card}>
        <CardHeader>
          <div className={styles.header}>
            <Text
              as="h3"
              variant="title-x-small"
              weight="bold"
              id={titleId}
              className={styles.title}
            >
              {props.title}
            </Text>
            {props.aside}
          </div>
        </CardHeader>
        <CardBody className={card.body}>{props.children}</CardBody>
      </Card>
    </section>
  );
}
