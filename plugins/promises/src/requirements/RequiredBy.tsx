import { Link, Text } from '@backstage/ui';
import type { PromiseDetail } from '@promissory/plugin-promises-common';
import { usePromises } from '@promissory/plugin-promises-react';
import { LoadedView } from '../feedback/LoadedView';
import { PromiseIcon } from '../icons/PromiseIcon';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import styles from './RequirementList.module.css';

/** As many as the API gives at once. */
const MOST = 200;

/** The Promises that build on one; live. */
export function RequiredBy(props: {
  readonly promise: Pick<PromiseDetail, 'name'>;
}) {
  const { name } = props.promise;
  const links = usePromisesLinks();
  const promises = usePromises({ limit: MOST });
  return (
    <LoadedView loaded={promises} what="the Promises that build on it">
      {({ items }) => {
        const users = items.filter(({ requirements }) =>
          requirements.some(requirement => requirement.name === name),
        );
        return users.length === 0 ? (
          <Text color="secondary">
            None of the Promises that you may see requires it.
          </Text>
        ) : (
          <ul className={styles.list} aria-label="Required by">
            {users.map(user => (
              <li key={user.name} className={styles.row}>
                <PromiseIcon icon={user.icon} size="small" />
                <Link href={links.promise(user.name)}>{user.title}</Link>
              </li>
            ))}
          </ul>
        );
      }}
    </LoadedView>
  );
}
