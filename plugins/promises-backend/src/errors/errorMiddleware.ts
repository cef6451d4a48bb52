import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { toErrorBody } from './toErrorBody';
import { translateHttpError } from './translateHttpError';

/** Answers errors of the routes as the API's ErrorBody. */
export function errorMiddleware(logger: LoggerService): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const error = translateHttpError(thrown);
    const answer = toErrorBody(error);
    if (answer.status >= 500 && answer.status !== 501) {
      logger.error(
        `${request.method} ${request.path} failed: ${stringifyError(error)}`,
        error instanceof Error ? error : undefined,
      );
    }
    if (response.headersSent) {
      next(thrown);
      return;
    }
    response.status(answer.status).json({
      error: answer.error,
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode: answer.status },
    });
  };
}
