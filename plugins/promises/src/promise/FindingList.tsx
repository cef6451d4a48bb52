import {
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Finding } from '@promissory/plugin-promises-common';
import styles from './FindingList.module.css';

const ORDER: ReadonlyArray<Finding['severity']> = ['error', 'warning', 'info'];
const ICONS: Readonly<Record<Finding['severity'], RemixiconComponentType>> = {
  error: RiErrorWarningLine,
  warning: RiAlertLine,
  info: RiInformationLine,
};

/** What is wrong with a definition, the worst first, each at its path. */
export function FindingList(props: { readonly findings: readonly Finding[] }) {
  const sorted = [...props.findings].sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  return (
    <ul className={styles.list} aria-label="Findings">
      {sorted.map(({ severity, path, message }, index) => {
        const Icon = ICONS[severity];
        return (
          <li key={index} className={styles.finding} data-severity={severity}>
            <Icon role="img" aria-label={severity} size={18} />
            <span>
              {path && (
                <>
                  <code>{path}</code>{' '}
                </>
              )}
              {message}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
