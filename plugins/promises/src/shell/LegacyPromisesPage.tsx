import { useMemo } from 'react';
import { PluginHeader } from '@backstage/ui';
import { RiStore2Line } from '@remixicon/react';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { PromisesRoutes } from './PromisesRoutes';
import { pageTabs } from './pageTabs';
import { useMaySeeDoctor } from './useMaySeeDoctor';

/** The pages with the header that apps of the old frontend system do not draw by themselves. */
export function LegacyPromisesPage() {
  const links = usePromisesLinks();
  const maySeeDoctor = useMaySeeDoctor();
  const tabs = useMemo(
    () =>
      pageTabs(links, [], { maySeeDoctor }).map(tab => ({
        ...tab,
        matchStrategy: 'prefix' as const,
      })),
    [links, maySeeDoctor],
  );
  return (
    <>
      <PluginHeader
        title="Promises"
        icon={<RiStore2Line />}
        titleLink={links.marketplace}
        tabs={tabs}
      />
      <PromisesRoutes />
    </>
  );
}
