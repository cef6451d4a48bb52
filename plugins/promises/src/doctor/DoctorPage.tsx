import { Button } from '@backstage/ui';
import { RiStethoscopeLine } from '@remixicon/react';
import { LoadedView } from '../feedback/LoadedView';
import { Crumbs } from '../layout/Crumbs';
import { PageBody } from '../layout/PageBody';
import { PageHeading } from '../layout/PageHeading';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { DoctorReportView } from './DoctorReportView';
import { useDoctor } from './useDoctor';

/** Whether everything that this installation needs is there, and what mends what is not. */
export function DoctorPage() {
  const links = usePromisesLinks();
  const doctor = useDoctor();
  return (
    <Crumbs entries={[{ label: 'Doctor', href: links.doctor }]}>
      <PageBody label="Doctor">
        <PageHeading
          icon={<RiStethoscopeLine aria-hidden size={28} />}
          title="Doctor"
          subtitle="Looks at every part of this installation, and gives the configuration that mends what is wrong."
          actions={
            doctor.data && (
              <Button
                variant="secondary"
                isPending={doctor.isRefreshing}
                onPress={doctor.reload}
              >
                Look again
              </Button>
            )
          }
        />
        <LoadedView loaded={doctor} what="the report of the doctor">
          {report => <DoctorReportView report={report} />}
        </LoadedView>
      </PageBody>
    </Crumbs>
  );
}
