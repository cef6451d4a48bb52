import { Link, VisuallyHidden } from '@backstage/ui';
import { RiAlertLine, RiErrorWarningLine } from '@remixicon/react';
import type { PolicyViolation } from '@promissory/plugin-promises-common';
import styles from './ViolationList.module.css';

const LOOKS = {
  error: { icon: RiErrorWarningLine, label: 'Error' },
  warning: { icon: RiAlertLine, label: 'Warning' },
} as const;

/** Rules that a request breaks: what is wrong, where, and which rule says so. */
export function ViolationList(props: {
  readonly violations: readonly PolicyViolation[];
  /** Where the field of a path can be changed; undefined where it cannot. */
  readonly fieldHref?: (path: string) => string | undefined;
}) {
  const { violations, fieldHref } = props;
  return (
    <ul className={styles.list} aria-label="Broken rules">
      {violations.map((violation, index) => {
        const { severity, message, path } = violation;
        const { icon: Icon, label } = LOOKS[severity];
        const href = path === undefined ? undefined : fieldHref?.(path);
        return (
          <li
            // Two documents may break one rule with the same words.
            key={`${violation.rule} ${index}`}
            className={styles.violation}
            data-severity={severity}
          >
            <Icon size={18} aria-hidden />
            <div className={styles.words}>
              <span>
                <VisuallyHidden>{`${label}: `}</VisuallyHidden>
                {message}
              </span>
              {href && (
                <Link href={href} variant="body-small">
                  {`Change ${path}`}
                </Link>
              )}
              <Place violation={violation} hasLink={href !== undefined} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Place(props: {
  readonly violation: PolicyViolation;
  readonly hasLink: boolean;
}) {
  const { path, document, file, rule, policy } = props.violation;
  return (
    <span className={styles.details}>
      {path && !props.hasLink && (
        <>
          field <code>{path}</code>
          {' · '}
        </>
      )}
      {document && `${document} · `}
      {file && (
        <>
          file <code>{file}</code>
          {' · '}
        </>
      )}
      rule <code>{rule}</code>
      {policy && ` of the policy ${policy}`}
    </span>
  );
}
