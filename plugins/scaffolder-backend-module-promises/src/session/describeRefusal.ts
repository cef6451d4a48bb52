import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { z } from 'zod/v4';

const answer = z.object({
  error: z.object({
    message: z.string(),
    permission: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional(),
  }),
});

/** The API's refusal as an error that a task log can show: what is wrong, and at which path. Others stay as they are. */
export function describeRefusal(error: unknown): unknown {
  if (!(error instanceof ResponseError)) return error;
  const parsed = answer.safeParse(error.body);
  const {
    message,
    permission,
    errors = [],
  } = parsed.success ? parsed.data.error : { message: error.message };
  const lines = errors.map(each => `${each.path}: ${each.message}`);
  const text =
    lines.length > 0
      ? `The request is refused:\n${lines.map(line => `- ${line}`).join('\n')}`
      : `${message}${
          permission && !message.includes(permission)
            ? ` (permission ${permission})`
            : ''
        }`;
  switch (error.statusCode) {
    case 403:
      return new NotAllowedError(text);
    case 404:
      return new NotFoundError(text);
    case 409:
    case 412:
      return new ConflictError(text);
    case 400:
    case 413:
    case 422:
      return new InputError(text);
    default:
      return error;
  }
}
