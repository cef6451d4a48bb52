import type { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import { ConnectionBanner } from '@promissory/plugin-promises-react';
import styles from './PageBody.module.css';

/** The landmark of a page, with the note about a lost connection on top. */
export function PageBody(props: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <Container pb="8">
      <main aria-label={props.label} className={styles.body}>
        <ConnectionBanner />
        {props.children}
      </main>
    </Container>
  );
}
