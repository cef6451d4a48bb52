import { isError } from '@backstage/errors';
import type { FieldError } from '@promissory/plugin-promises-common';
import { z } from 'zod/v4';

/** An error as the API answers it. */
export interface ErrorAnswer {
  readonly status: number;
  readonly error: {
    readonly name: string;
    readonly message: string;
    readonly permission?: string;
    readonly errors?: readonly FieldError[];
  };
}

const statusByName: Readonly<Record<string, number>> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  PreconditionFailedError: 412,
  PayloadTooLargeError: 413,
  UnprocessableContentError: 422,
  NotImplementedError: 501,
  ServiceUnavailableError: 503,
};

const details = z.object({
  permission: z.string().optional(),
  errors: z
    .array(
      z.object({ path: z.string(), reason: z.string(), message: z.string() }),
    )
    .optional(),
});

/**
 * What of an error a caller is told. Errors that nobody foresaw answer 500 and keep their words to the log: they may
 * carry what a caller must not read.
 */
export function toErrorBody(error: unknown): ErrorAnswer {
  const status = isError(error) ? statusByName[error.name] : undefined;
  if (!isError(error) || status === undefined) {
    return {
      status: 500,
      error: {
        name: 'InternalServerError',
        message:
          'Something went wrong here that is not your fault. The log of the backend has the details.',
      },
    };
  }
  const parsed = details.safeParse(error);
  return {
    status,
    error: {
      name: error.name,
      message: error.message,
      ...(parsed.success && parsed.data),
    },
  };
}
