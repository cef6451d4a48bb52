import { Badge } from '@backstage/ui';
import type { PromiseRevisionInfo } from '@promissory/plugin-promises-common';
import { RelativeTime } from '../time/RelativeTime';
import styles from './plainList.module.css';

const SHOWN = 8;

/** The newest versions of a definition that this platform has seen. */
export function RevisionList(props: {
  readonly revisions: readonly PromiseRevisionInfo[];
}) {
  return (
    <ul className={styles.list} aria-label="Revisions">
      {props.revisions.slice(0, SHOWN).map(revision => (
        <li key={revision.id} className={styles.row}>
          <span>
            {revision.version} {revision.current && <Badge>current</Badge>}
          </span>
          <span className={styles.secondary}>
            <RelativeTime at={revision.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
