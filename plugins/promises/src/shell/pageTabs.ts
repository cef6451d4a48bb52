import type { PromisesLinks } from '../routing/usePromisesLinks';
import type { AddedPage } from './PromisesRoutes';

/** A tab below the header of the pages. */
export interface PageTab {
  readonly id: string;
  readonly label: string;
  readonly href: string;
}

/** Tabs of the suite that the person may see, then those that other plugins add. */
export function pageTabs(
  links: PromisesLinks,
  addedPages: readonly AddedPage[],
  rights: { readonly maySeeDoctor: boolean },
): PageTab[] {
  return [
    { id: 'marketplace', label: 'Marketplace', href: links.marketplace },
    { id: 'requests', label: 'Requests', href: links.requests },
    { id: 'destinations', label: 'Destinations', href: links.destinations },
    ...(rights.maySeeDoctor
      ? [{ id: 'doctor', label: 'Doctor', href: links.doctor }]
      : []),
    ...addedPages.map(page => ({
      id: page.path,
      label: page.title,
      href: `${links.marketplace.replace(/\/$/, '')}/${page.path}`,
    })),
  ];
}
