import type { ReactNode } from 'react';
import { RiErrorWarningLine, RiLockLine } from '@remixicon/react';
import { Button, Text } from '@backstage/ui';
import { describeError } from './describeError';
import { StatePanel } from './StatePanel';

/** Props of {@link ErrorState}. @public */
export interface ErrorStateProps {
  readonly error: unknown;
  /** What was being done, for example `Loading the requests`. */
  readonly what?: string;
  readonly onRetry?: () => void;
  /** More ways out, beside trying again. */
  readonly action?: ReactNode;
}

/** What is wrong, where, and what to do; names the permission that is missing. @public */
export function ErrorState({ error, what, onRetry, action }: ErrorStateProps) {
  const description = describeError(error);
  const { message, permission } = description;
  const isDenied = description.status === 403;
  // The permission has a line of its own, to be copied from.
  const isToldBelow = permission !== undefined && message.includes(permission);
  return (
    <StatePanel
      icon={isDenied ? RiLockLine : RiErrorWarningLine}
      tone={isDenied ? 'warning' : 'danger'}
      title={description.title}
      role="alert"
      actions={
        <>
          {onRetry && description.canRetry && (
            <Button variant="secondary" onPress={onRetry}>
              Try again
            </Button>
          )}
          {action}
        </>
      }
    >
      {!isToldBelow && (
        <Text as="p" color="secondary">
          {what ? `${what}: ${message}` : message}
        </Text>
      )}
      {permission && (
        <p>
          Missing permission: <code>{permission}</code>
        </p>
      )}
      <Text as="p" color="secondary">
        {description.remedy}
      </Text>
    </StatePanel>
  );
}
