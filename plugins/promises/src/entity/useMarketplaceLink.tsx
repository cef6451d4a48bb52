import { useEntity } from '@backstage/plugin-catalog-react';
import { RiStore2Line } from '@remixicon/react';
import { usePromisesLinks } from '../routing/usePromisesLinks';

/** Leads from the entity of a Promise to where it is ordered. */
export function useMarketplaceLink() {
  const { entity } = useEntity();
  const links = usePromisesLinks();
  return {
    label: 'Marketplace',
    icon: <RiStore2Line />,
    href: links.promise(entity.metadata.name),
  };
}
