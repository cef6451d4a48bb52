import type { ReactNode } from 'react';
import { RiInbox2Line, type RemixiconComponentType } from '@remixicon/react';
import { Text } from '@backstage/ui';
import { StatePanel } from './StatePanel';

/** Props of {@link EmptyState}. @public */
export interface EmptyStateProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** The way out of it, for example a link to the marketplace. */
  readonly action?: ReactNode;
  readonly icon?: RemixiconComponentType;
}

/** There is nothing yet, and how to begin. @public */
export function EmptyState(props: EmptyStateProps) {
  const { title, description, action, icon = RiInbox2Line } = props;
  return (
    <StatePanel icon={icon} title={title} actions={action}>
      {description && (
        <Text as="p" color="secondary">
          {description}
        </Text>
      )}
    </StatePanel>
  );
}
