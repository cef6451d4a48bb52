import { Link, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { PromiseIcon } from '../icons/PromiseIcon';
import { PageHeading } from '../layout/PageHeading';
import { useQuery } from '../navigation/useQuery';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { RequestActions } from './actions/RequestActions';
import { RequestFiles } from './files/RequestFiles';
import { RequestHistory } from './history/RequestHistory';
import { RequestManifest } from './manifest/RequestManifest';
import { RequestOverview } from './RequestOverview';
import { AncestorTrail } from './relatives/AncestorTrail';
import { StateBanner } from './StateBanner';
import styles from './RequestView.module.css';

/** A request as it is now: its state first, then what happened, what came of it, and how it came to be. */
export function RequestView(props: {
  readonly request: ResourceRequestDetail;
  readonly onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const links = usePromisesLinks();
  const query = useQuery();
  const view = query.one('view') ?? 'status';
  return (
    <>
      <AncestorTrail request={request} />
      <PageHeading
        icon={<PromiseIcon icon={request.promise.icon} />}
        title={request.name}
        subtitle={
          <>
            <Link href={links.promise(request.promise.name)}>
              {request.promise.title}
            </Link>{' '}
            in the namespace {request.namespace}, for{' '}
            <EntityRefLink entityRef={request.owner} defaultKind="group" />
          </>
        }
        actions={<RequestActions request={request} onChanged={onChanged} />}
      />
      <StateBanner request={request} />
      <Tabs
        selectedKey={view}
        onSelectionChange={key =>
          query.change({ view: key === 'status' ? '' : String(key) })
        }
      >
        <div className={styles.tabs}>
          <TabList aria-label="Views of the request">
            <Tab id="status">Status</Tab>
            <Tab id="files">Files</Tab>
            <Tab id="history">{`History (${request.history.length})`}</Tab>
            <Tab id="manifest">Manifest</Tab>
          </TabList>
        </div>
        <TabPanel id="status" className={styles.panel}>
          <RequestOverview request={request} />
        </TabPanel>
        <TabPanel id="files" className={styles.panel}>
          <RequestFiles request={request} />
        </TabPanel>
        <TabPanel id="history" className={styles.panel}>
          <RequestHistory history={request.history} />
        </TabPanel>
        <TabPanel id="manifest" className={styles.panel}>
          <RequestManifest request={request} />
        </TabPanel>
      </Tabs>
    </>
  );
}
