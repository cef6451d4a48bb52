import type { ReactNode } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';

/** Where a page stands, from the outside in. */
export function Crumbs(props: {
  readonly entries: ReadonlyArray<{
    readonly label: string;
    readonly href: string;
  }>;
  readonly children: ReactNode;
}) {
  return props.entries.reduceRight<JSX.Element>(
    (children, entry) => (
      <BreadcrumbEntry entry={entry}>{children}</BreadcrumbEntry>
    ),
    <>{props.children}</>,
  );
}
