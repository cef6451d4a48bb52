import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DoctorResult } from '@promissory/plugin-promises-common';
import { doctorLook } from './doctorLook';
import { RemedyView } from './RemedyView';
import styles from './DoctorResultView.module.css';

/** What was found of one subject, and what mends it. */
export function DoctorResultView(props: {
  readonly result: DoctorResult;
  /** What it is a part of. */
  readonly part: string;
}) {
  const { result, part } = props;
  const { subject, entityRef, message, remedy, status } = result;
  const { icon: Icon, label } = doctorLook[status];
  return (
    <li className={styles.result} data-status={status}>
      <Icon role="img" aria-label={label} size={18} />
      <div className={styles.words}>
        {subject && (
          <div className={styles.subject}>
            {entityRef ? (
              <EntityRefLink entityRef={entityRef} title={subject} />
            ) : (
              subject
            )}
          </div>
        )}
        <div>{message}</div>
        {remedy && <RemedyView remedy={remedy} of={subject ?? part} />}
      </div>
    </li>
  );
}
