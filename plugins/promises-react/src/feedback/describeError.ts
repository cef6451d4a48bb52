import { ResponseError, toError } from '@backstage/errors';
import type { FieldError } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';
import { statusOf } from '../api/statusOf';

/** An error in words for the person who sees it. @public */
export interface ErrorDescription {
  readonly title: string;
  /** What the server or the browser said. */
  readonly message: string;
  /** What the person can do. */
  readonly remedy: string;
  /** Name of the permission that is missing. */
  readonly permission?: string;
  /** Problems by JSON path. */
  readonly errors: readonly FieldError[];
  /** HTTP status, undefined where no answer came. */
  readonly status?: number;
  /** Trying the same again may help. */
  readonly canRetry: boolean;
}

const errorBody = z.object({
  error: z.object({
    message: z.string().optional(),
    permission: z.string().optional(),
    errors: z
      .array(
        z.object({ path: z.string(), reason: z.string(), message: z.string() }),
      )
      .optional(),
  }),
});

/** Says what is wrong and what to do, from what a call to the API was rejected with. @public */
export function describeError(error: unknown): ErrorDescription {
  const status = statusOf(error);
  const body =
    error instanceof ResponseError
      ? errorBody.safeParse(error.body).data?.error
      : undefined;
  const message = body?.message ?? toError(error).message;
  return {
    ...titleAndRemedy(status, body?.permission),
    message,
    permission: body?.permission,
    errors: body?.errors ?? [],
    status,
  };
}

function titleAndRemedy(
  status: number | undefined,
  permission: string | undefined,
): Pick<ErrorDescription, 'title' | 'remedy' | 'canRetry'> {
  switch (status) {
    case undefined:
      return {
        title: 'The promises backend cannot be reached',
        remedy: 'Check your connection. It is tried again by itself.',
        canRetry: true,
      };
    case 401:
      return {
        title: 'You are not signed in',
        remedy: 'Sign in again.',
        canRetry: true,
      };
    case 403:
      return {
        title: 'You may not do this',
        remedy: permission
          ? 'Ask a platform engineer for it.'
          : 'Ask a platform engineer for the permission.',
        canRetry: false,
      };
    case 404:
      return {
        title: 'Not found',
        remedy: 'It was removed, or you may not see it.',
        canRetry: true,
      };
    case 409:
      return {
        title: 'This cannot be done as things are',
        remedy: 'Load the page again to see how things are now.',
        canRetry: false,
      };
    case 412:
      return {
        title: 'It was changed by somebody else',
        remedy: 'Load it again and look at what changed.',
        canRetry: false,
      };
    case 400:
    case 413:
    case 422:
      return {
        title: 'This was not accepted',
        remedy: 'Correct what is named and send it again.',
        canRetry: false,
      };
    case 502:
    case 503:
    case 504:
      return {
        title: 'The portal is not ready for this',
        remedy: 'Try again in a few seconds.',
        canRetry: true,
      };
    default:
      return {
        title: 'Something went wrong in the promises backend',
        remedy: 'Try again. If it stays, tell a platform engineer.',
        canRetry: true,
      };
  }
}
