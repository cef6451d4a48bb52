import { Link } from '@backstage/ui';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import { RequestStateChip } from '@promissory/plugin-promises-react';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import styles from './ChildList.module.css';

/** The requests that a request made at other Promises. */
export function ChildList(props: {
  readonly children: readonly ResourceRequest[];
}) {
  const links = usePromisesLinks();
  return (
    <ul className={styles.list}>
      {props.children.map(child => (
        <li key={child.uid} className={styles.child}>
          <span>
            <Link href={links.request(child.uid)} weight="bold">
              {child.name}
            </Link>{' '}
            of {child.promise.title}
          </span>
          <RequestStateChip state={child.state} />
        </li>
      ))}
    </ul>
  );
}
