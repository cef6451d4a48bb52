import type { ReactNode } from 'react';
import { RiCompass3Line } from '@remixicon/react';
import { Text } from '@backstage/ui';
import { StatePanel } from './StatePanel';

/** Props of {@link NotFoundState}. @public */
export interface NotFoundStateProps {
  /** What was looked for, for example `Request 01J…`. */
  readonly what: string;
  /** Where to go from here. */
  readonly action?: ReactNode;
}

/** It is not there, or the person may not see it: the server does not say which. @public */
export function NotFoundState({ what, action }: NotFoundStateProps) {
  return (
    <StatePanel
      icon={RiCompass3Line}
      title={`${what} was not found`}
      actions={action}
      role="alert"
    >
      <Text as="p" color="secondary">
        It was removed, or you may not see it. Who owns it can tell you.
      </Text>
    </StatePanel>
  );
}
