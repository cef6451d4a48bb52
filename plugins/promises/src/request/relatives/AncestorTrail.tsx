import { Link, Text } from '@backstage/ui';
import { RiArrowRightSLine } from '@remixicon/react';
import type {
  RequestReference,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { RequestStateChip } from '@promissory/plugin-promises-react';
import { usePromisesLinks } from '../../routing/usePromisesLinks';
import styles from './AncestorTrail.module.css';

/** What a request is part of, the outermost first, with the way back; nothing where it stands alone. */
export function AncestorTrail(props: {
  readonly request: Pick<ResourceRequestDetail, 'ancestors' | 'parentUid'>;
}) {
  const { ancestors, parentUid } = props.request;
  if (ancestors.length === 0) {
    return parentUid ? (
      <Text variant="body-small" color="secondary">
        Part of a request that you may not see.
      </Text>
    ) : null;
  }
  return (
    <nav aria-label="Part of" className={styles.trail}>
      <span className={styles.label}>Part of</span>
      <ol className={styles.list}>
        {ancestors.map(ancestor => (
          <Ancestor key={ancestor.uid} ancestor={ancestor} />
        ))}
      </ol>
    </nav>
  );
}

function Ancestor({ ancestor }: { readonly ancestor: RequestReference }) {
  const links = usePromisesLinks();
  return (
    <li className={styles.ancestor}>
      <Link href={links.request(ancestor.uid)} weight="bold">
        {ancestor.name}
      </Link>
      <span className={styles.label}>{ancestor.promise.title}</span>
      <RequestStateChip state={ancestor.state} />
      <RiArrowRightSLine aria-hidden size={16} />
    </li>
  );
}
