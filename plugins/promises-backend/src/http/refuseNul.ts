import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/** No name, search or cursor has a NUL character, and Postgres takes none. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  next(
    /%00/.test(request.originalUrl)
      ? new InputError('The address has a NUL character (%00)')
      : undefined,
  );
};
