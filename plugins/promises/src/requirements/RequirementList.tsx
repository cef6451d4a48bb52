import { Link } from '@backstage/ui';
import { RiAlertLine, RiCheckLine } from '@remixicon/react';
import type { Requirement } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { PromiseIcon } from '../icons/PromiseIcon';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { requirementTitle } from './requirementTitle';
import styles from './RequirementList.module.css';

/** The Promises that have to be there first, and whether they are. */
export function RequirementList(props: {
  readonly requirements: readonly Requirement[];
}) {
  return (
    <ul className={styles.list} aria-label="Requirements">
      {props.requirements.map(requirement => (
        <Row key={requirement.name} requirement={requirement} />
      ))}
    </ul>
  );
}

function Row({ requirement }: { readonly requirement: Requirement }) {
  const { name, version, state, fulfilled, icon, entityRef } = requirement;
  const links = usePromisesLinks();
  const title = requirementTitle(requirement);
  return (
    <li className={styles.row}>
      <PromiseIcon icon={icon} size="small" />
      <span className={styles.words}>
        {entityRef ? <Link href={links.promise(name)}>{title}</Link> : title}{' '}
        <span className={styles.secondary}>{version}</span>
      </span>
      <StatusChip
        tone={fulfilled ? 'neutral' : 'warning'}
        icon={fulfilled ? RiCheckLine : RiAlertLine}
        label={state}
      />
    </li>
  );
}
