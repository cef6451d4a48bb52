import { useId } from 'react';
import type { DoctorCheck } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { DoctorResultView } from './DoctorResultView';
import { doctorLook } from './doctorLook';
import styles from './DoctorCheckView.module.css';

/** One part of the installation: how it is, and what was found. */
export function DoctorCheckView(props: { readonly check: DoctorCheck }) {
  const { check } = props;
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId}>
      <div className={styles.heading}>
        <h4 id={titleId} className={styles.title}>
          {check.title}
        </h4>
        <StatusChip {...doctorLook[check.status]} />
      </div>
      <ul className={styles.results} aria-labelledby={titleId}>
        {check.results.map((result, index) => (
          <DoctorResultView key={index} result={result} part={check.title} />
        ))}
      </ul>
    </div>
  );
}
