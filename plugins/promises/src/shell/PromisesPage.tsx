import { useMemo } from 'react';
import {
  PageLayout,
  pluginHeaderActionsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { RiStore2Line } from '@remixicon/react';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { type AddedPage, PromisesRoutes } from './PromisesRoutes';
import { pageTabs } from './pageTabs';
import { useMaySeeDoctor } from './useMaySeeDoctor';

const NO_PAGES: readonly AddedPage[] = [];

/** The pages under the header that the framework draws. */
export function PromisesPage(props: {
  readonly addedPages?: readonly AddedPage[];
}) {
  const { addedPages = NO_PAGES } = props;
  const links = usePromisesLinks();
  const headerActions = useApi(
    pluginHeaderActionsApiRef,
  ).getPluginHeaderActions('promises');
  const maySeeDoctor = useMaySeeDoctor();
  const tabs = useMemo(
    () => pageTabs(links, addedPages, { maySeeDoctor }),
    [links, addedPages, maySeeDoctor],
  );

  return (
    <PageLayout
      title="Promises"
      icon={<RiStore2Line />}
      titleLink={links.marketplace}
      headerActions={headerActions}
      tabs={tabs}
    >
      <PromisesRoutes addedPages={addedPages} />
    </PageLayout>
  );
}
