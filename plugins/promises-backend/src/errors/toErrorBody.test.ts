import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { MissingPermissionError } from './MissingPermissionError';
import { toErrorBody } from './toErrorBody';
import { UnprocessableContentError } from './UnprocessableContentError';

describe('toErrorBody', () => {
  it.each([
    [new InputError('a'), 400],
    [new AuthenticationError('a'), 401],
    [new NotAllowedError('a'), 403],
    [new NotFoundError('a'), 404],
    [new ConflictError('a'), 409],
    [new NotImplementedError('a'), 501],
    [new ServiceUnavailableError('a'), 503],
  ])('%s answers %s', (error, status) => {
    expect(toErrorBody(error)).toEqual({
      status,
      error: { name: error.name, message: 'a' },
    });
  });

  it('names the missing permission', () => {
    expect(
      toErrorBody(new MissingPermissionError('promises.x', 'do x')),
    ).toMatchObject({ status: 403, error: { permission: 'promises.x' } });
  });

  it('tells each path that is wrong', () => {
    const errors = [{ path: 'spec.a', reason: 'r', message: 'm' }];
    expect(toErrorBody(new UnprocessableContentError(errors))).toEqual({
      status: 422,
      error: {
        name: 'UnprocessableContentError',
        message: 'spec.a: m',
        errors,
      },
    });
  });

  it.each([[new Error('password=1')], ['password=1'], [undefined]])(
    'keeps to itself what nobody foresaw: %s',
    error => {
      const answer = toErrorBody(error);
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer)).not.toContain('password');
    },
  );
});
