import type { ReactElement, ReactNode } from 'react';
import { Alert, Button } from '@backstage/ui';
import {
  ErrorState,
  type Loaded,
  LoadingState,
  type LoadingStateProps,
  NotFoundState,
  describeError,
  statusOf,
} from '@promissory/plugin-promises-react';

/**
 * Draws what was loaded, or why it was not. Data stays under a note when a later read fails: one failed read never
 * empties a page.
 */
export function LoadedView<T>(props: {
  readonly loaded: Loaded<T>;
  /** What is loaded, for example `the requests`. */
  readonly what: string;
  readonly shape?: LoadingStateProps['shape'];
  /** Where to go when it is not there. */
  readonly notFoundAction?: ReactNode;
  readonly children: (data: T) => ReactElement;
}) {
  const { loaded, what, shape, notFoundAction, children } = props;
  const { data, error, reload } = loaded;
  if (data === undefined) {
    if (error && statusOf(error) === 404) {
      return <NotFoundState what={capitalised(what)} action={notFoundAction} />;
    }
    return error ? (
      <ErrorState
        error={error}
        what={`Loading ${what}`}
        onRetry={reload}
        action={notFoundAction}
      />
    ) : (
      <LoadingState label={`Loading ${what}`} shape={shape} />
    );
  }
  return (
    <>
      {error && (
        <Alert
          status="warning"
          icon
          title="What you see may be old"
          description={`Loading ${what} again failed: ${
            describeError(error).message
          }`}
          customActions={
            <Button size="small" variant="tertiary" onPress={reload}>
              Try again
            </Button>
          }
        />
      )}
      {children(data)}
    </>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
