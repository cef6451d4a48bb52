import { ResponseError } from '@backstage/errors';
import type { FieldError } from '@promissory/plugin-promises-common';

/** An answer of the API that is not a success. */
export function responseError(
  status: number,
  error: {
    readonly message: string;
    readonly permission?: string;
    readonly errors?: readonly FieldError[];
  },
): Promise<ResponseError> {
  const text = JSON.stringify({
    error: { name: 'Error', ...error },
    response: { statusCode: status },
  });
  const response = {
    ok: false,
    status,
    statusText: 'Refused',
    headers: { get: () => 'application/json' },
    text: async () => text,
    json: async () => JSON.parse(text),
  };
  return ResponseError.fromResponse(response as unknown as Response);
}
