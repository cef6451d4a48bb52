import { ResponseError } from '@backstage/errors';
import { tellPortalError } from './tellPortalError';

async function responseError(status: number, error: unknown) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: status } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as never,
  );
}

describe('tellPortalError', () => {
  it('tells fields and their problems', async () => {
    const error = await responseError(422, {
      name: 'ValidationError',
      message: 'The order is not valid',
      errors: [{ path: 'spec.size', message: 'must be small or large' }],
    });
    expect(tellPortalError(error).message).toBe(
      'The order is not valid\n  spec.size: must be small or large',
    );
  });

  it('tells the permission that is missing', async () => {
    const error = await responseError(403, {
      name: 'NotAllowedError',
      message: 'You may not order it',
      permission: 'promises.request.create',
    });
    expect(tellPortalError(error).message).toContain(
      'The permission promises.request.create is missing',
    );
  });

  it('says how to give a token', async () => {
    const error = await responseError(401, {
      name: 'AuthenticationError',
      message: 'Missing credentials',
    });
    expect(tellPortalError(error).message).toContain('PROMISSORY_TOKEN');
  });

  it('says where to look where nobody answers', () => {
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:9');
    const error = new TypeError('fetch failed', { cause });
    expect(tellPortalError(error).message).toMatch(/ECONNREFUSED.*--server/);
  });

  it('leaves what comes from elsewhere as it is', async () => {
    const bad = await responseError(502, 'no JSON of ours');
    expect(tellPortalError(bad).message).toContain('502');
    expect(tellPortalError(new RangeError('odd')).message).toBe('odd');
  });
});
