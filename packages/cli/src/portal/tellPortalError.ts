import { NotFoundError, ResponseError, toError } from '@backstage/errors';
import { z } from 'zod/v4';

const shape = z.object({
  error: z.object({
    message: z.string(),
    permission: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string().optional(), message: z.string() }))
      .optional(),
  }),
});

/** What a portal has answered, in words: what is wrong, where, and which permission is missing. */
export function tellPortalError(error: unknown): Error {
  if (!(error instanceof ResponseError)) return tellConnection(error);
  const parsed = shape.safeParse(error.body);
  const {
    message,
    permission,
    errors = [],
  } = parsed.success
    ? parsed.data.error
    : { message: error.message, permission: undefined };
  const lines = [
    message,
    ...(permission ? [`The permission ${permission} is missing`] : []),
    ...errors.map(({ path, message: problem }) =>
      path ? `  ${path}: ${problem}` : `  ${problem}`,
    ),
    ...(error.statusCode === 401
      ? ['Give a token of the portal with PROMISSORY_TOKEN or --token-file']
      : []),
  ];
  const text = lines.join('\n');
  return error.statusCode === 404 ? new NotFoundError(text) : new Error(text);
}

function tellConnection(error: unknown): Error {
  const { message, cause } = toError(error);
  return message === 'fetch failed'
    ? new Error(
        `The portal cannot be reached: ${
          cause instanceof Error ? cause.message || cause.name : cause
        }. Say where it is with PROMISSORY_SERVER or --server`,
      )
    : toError(error);
}
