import { Link } from '@backstage/ui';
import type { Requirement } from '@promissory/plugin-promises-common';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import styles from './plainList.module.css';

/** The Promises that have to be there first. */
export function RequirementList(props: {
  readonly requirements: readonly Requirement[];
}) {
  const links = usePromisesLinks();
  return (
    <ul className={styles.list}>
      {props.requirements.map(({ name, version, state }) => (
        <li key={name} className={styles.row}>
          <span>
            <Link href={links.promise(name)}>{name}</Link> {version}
          </span>
          <span className={styles.secondary}>{state}</span>
        </li>
      ))}
    </ul>
  );
}
