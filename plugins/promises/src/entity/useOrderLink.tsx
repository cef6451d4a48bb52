import { useEntity } from '@backstage/plugin-catalog-react';
import { RiShoppingBag3Line } from '@remixicon/react';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { requestUid } from './requestUid';

/** Leads from what somebody ordered, and from the entity of the order, to the page of the request. */
export function useOrderLink() {
  const { entity } = useEntity();
  const links = usePromisesLinks();
  const uid = requestUid(entity);
  return {
    label: 'Order',
    icon: <RiShoppingBag3Line />,
    href: uid ? links.request(uid) : links.requests,
  };
}
