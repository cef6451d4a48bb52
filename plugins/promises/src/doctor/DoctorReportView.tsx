import { Switch } from '@backstage/ui';
import type { DoctorReport } from '@promissory/plugin-promises-common';
import { EmptyState, StatusChip } from '@promissory/plugin-promises-react';
import { Section } from '../layout/Section';
import { useQuery } from '../navigation/useQuery';
import { RelativeTime } from '../time/RelativeTime';
import { describeReport } from './describeReport';
import { doctorAreas } from './doctorAreas';
import { DoctorCheckView } from './DoctorCheckView';
import { doctorLook } from './doctorLook';
import styles from './DoctorReportView.module.css';

const ONLY_PROBLEMS = 'problems';

/** A report, by area; what is well can be left out. */
export function DoctorReportView(props: { readonly report: DoctorReport }) {
  const { report } = props;
  const query = useQuery();
  const onlyProblems = query.one(ONLY_PROBLEMS) === 'true';
  const areas = doctorAreas(report, { onlyProblems });
  return (
    <>
      <div className={styles.summary}>
        <div role="status" className={styles.outcome}>
          <StatusChip {...doctorLook[report.status]} />
          <span>
            {describeReport(report)}, <RelativeTime at={report.at} />
          </span>
        </div>
        <Switch
          label="Only problems"
          isSelected={onlyProblems}
          onChange={selected =>
            query.change({ [ONLY_PROBLEMS]: selected ? 'true' : '' })
          }
        />
      </div>
      {areas.length === 0 && (
        <EmptyState
          title="Nothing is wrong"
          description="Every part of this installation is well."
        />
      )}
      {areas.map(area => (
        <Section key={area.id} title={area.title}>
          <div className={styles.checks}>
            {area.checks.map(check => (
              <DoctorCheckView key={check.id} check={check} />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}
