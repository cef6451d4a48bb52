import type { Requirement } from '@promissory/plugin-promises-common';
import { RiAlertLine } from '@remixicon/react';
import { PromiseIcon } from '../icons/PromiseIcon';
import { requiredTitle, requirementTitle } from './requirementTitle';
import styles from './Brings.module.css';

/** What an order brings with it, and what of that is missing here; nothing where it requires nothing. */
export function Brings(props: {
  readonly requirements: readonly Requirement[];
}) {
  const { requirements } = props;
  const missing = requirements.filter(({ fulfilled }) => !fulfilled);
  if (requirements.length === 0) {
    return null;
  }
  return (
    <div className={styles.brings}>
      <span className={styles.label} aria-hidden>
        Comes with
      </span>
      <ul className={styles.list} aria-label="Comes with">
        {requirements.map(requirement => (
          <li
            key={requirement.name}
            className={styles.requirement}
            data-missing={!requirement.fulfilled || undefined}
          >
            <PromiseIcon icon={requirement.icon} size="small" />
            {requirementTitle(requirement)}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className={styles.missing}>
          <RiAlertLine aria-hidden size={16} />
          <span>Missing: {missing.map(requiredTitle).join(', ')}</span>
        </p>
      )}
    </div>
  );
}
