import type { ChildRequest } from '@promissory/plugin-promises-common';
import { ChildNode } from './ChildNode';
import { childKey } from './childTree';
import styles from './ChildTree.module.css';

/** The requests that a request made, with theirs below them. */
export function ChildTree(props: {
  /** What the children belong to, for example `Children of orders`. */
  readonly label: string;
  readonly children: readonly ChildRequest[];
  /** Namespace of what they belong to: told only where it differs. */
  readonly namespace: string;
}) {
  const { label, children, namespace } = props;
  return (
    <ul className={styles.list} aria-label={label}>
      {children.map(child => (
        <ChildNode
          key={childKey(child)}
          child={child}
          parentNamespace={namespace}
        />
      ))}
    </ul>
  );
}
