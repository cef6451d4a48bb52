import type { ErrorRequestHandler } from 'express';
import { toErrorBody } from '../errors/toErrorBody';
import { translateHttpError } from '../errors/translateHttpError';

const LONGEST = 400;

/**
 * Puts what is wrong into the status line too. The scaffolder writes no more of a failed action into the task's log than
 * "Request failed with <status line>", which would leave a person with "422 Unprocessable Entity".
 */
export const tellInStatusLine: ErrorRequestHandler = (
  thrown,
  _request,
  response,
  next,
) => {
  const { error } = toErrorBody(translateHttpError(thrown));
  response.statusMessage = toReasonPhrase(error.message);
  next(thrown);
};

/** HTTP takes printable ASCII there, on one line. */
function toReasonPhrase(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').replaceAll(/[^ -~]/g, '?');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}
