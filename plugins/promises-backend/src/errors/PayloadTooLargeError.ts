import { CustomErrorBase } from '@backstage/errors';

/** The body has more bytes than are taken in: 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}
