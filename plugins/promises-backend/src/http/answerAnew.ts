import type { RequestHandler } from 'express';

/**
 * Every answer is made anew and kept by nobody. The ETag of a request is the version of what was ordered, for If-Match;
 * its state changes under the same tag, so a cache that asks "still the same?" would show an old state for ever.
 */
export const answerAnew: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') {
    delete request.headers['if-none-match'];
  }
  response.set('Cache-Control', 'no-store');
  next();
};
