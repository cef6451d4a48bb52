import { ForwardedError, ResponseError } from '@backstage/errors';
import { toErrorBody } from './toErrorBody';
import { translateHttpError } from './translateHttpError';

const answered = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

const refused = Object.assign(new TypeError('fetch failed'), {
  cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
});

describe('translateHttpError', () => {
  it.each([502, 503, 504])(
    'passes on that another plugin answers %s',
    async status => {
      expect(
        toErrorBody(translateHttpError(await answered(status))),
      ).toMatchObject({
        status: 503,
        error: { message: expect.stringContaining('try again') },
      });
    },
  );

  it.each([
    ['refused', refused],
    ['refused, and wrapped', new ForwardedError('Failed to ask', refused)],
  ])('passes on that a connection was %s', (_, error) => {
    expect(toErrorBody(translateHttpError(error)).status).toBe(503);
  });

  it.each([400, 401, 403, 404, 500])(
    'keeps to itself that another plugin answers %s',
    async status => {
      expect(
        toErrorBody(translateHttpError(await answered(status))).status,
      ).toBe(500);
    },
  );
});
