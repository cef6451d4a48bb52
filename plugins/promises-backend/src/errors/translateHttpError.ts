import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { error as openApiError } from 'express-openapi-validator';
import { z } from 'zod/v4';
import { isUnreachable } from './isUnreachable';
import { PayloadTooLargeError } from './PayloadTooLargeError';
import { RequestShapeError } from './RequestShapeError';
import { toFieldPath } from './toFieldPath';

const bodyParserError = z.object({
  type: z.string(),
  message: z.string(),
  limit: z.number().optional(),
});

const validationErrors = z.array(
  z.object({ path: z.string(), message: z.string() }),
);

/**
 * Turns errors of the body parser, the OpenAPI validator and other plugins that cannot be reached into ours; anything else
 * comes back as it is.
 */
export function translateHttpError(error: unknown): unknown {
  if (
    error instanceof openApiError.BadRequest ||
    error instanceof openApiError.UnsupportedMediaType
  ) {
    const listed = validationErrors.safeParse(error.errors);
    return new RequestShapeError(
      (listed.success ? listed.data : []).map(each => ({
        path: toFieldPath(each.path),
        reason: 'FieldValueInvalid',
        message: each.message,
      })),
      error.message,
    );
  }
  if (error instanceof openApiError.NotFound) {
    return new NotFoundError('There is no such route in this API');
  }
  if (error instanceof openApiError.MethodNotAllowed) {
    return new NotFoundError('There is no such method on this route');
  }
  if (isUnreachable(error)) {
    return new ServiceUnavailableError(
      'Another part of the portal that is needed for this cannot be reached, or is starting: try again in a few seconds',
      error,
    );
  }
  const parser = bodyParserError.safeParse(error);
  if (!parser.success) return error;
  const { type, limit, message } = parser.data;
  if (type === 'entity.too.large') {
    return new PayloadTooLargeError(
      `The body is too large: at most ${limit} bytes are taken in here`,
    );
  }
  if (type === 'entity.parse.failed') {
    return new InputError(`The body is not valid JSON: ${message}`);
  }
  if (/^(entity|encoding|charset|request)\./.test(type)) {
    return new InputError(`The body cannot be read: ${message}`);
  }
  return error;
}
