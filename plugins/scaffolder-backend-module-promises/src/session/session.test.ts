import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type {
  PromisesApi,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { followRequest } from '../wait/followRequest';
import { describeRefusal } from './describeRefusal';
import { PromisesSession } from './PromisesSession';

async function refusal(status: number, error: object) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: status } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}

describe('describeRefusal', () => {
  it.each([
    [
      422,
      {
        name: 'UnprocessableContentError',
        message: 'invalid',
        errors: [
          { path: 'spec.a', reason: 'Required', message: 'is missing' },
          { path: 'spec.b', reason: 'Invalid', message: 'is wrong' },
        ],
      },
      'InputError',
      'The request is refused:\n- spec.a: is missing\n- spec.b: is wrong',
    ],
    [
      403,
      {
        name: 'NotAllowedError',
        message: 'you may not',
        permission: 'promises.request.create',
      },
      'NotAllowedError',
      'you may not (permission promises.request.create)',
    ],
    [404, { name: 'NotFoundError', message: 'gone' }, 'NotFoundError', 'gone'],
    [
      412,
      { name: 'PreconditionFailedError', message: 'changed' },
      'ConflictError',
      'changed',
    ],
  ])('tells a %p', async (status, error, name, message) => {
    const described = describeRefusal(await refusal(status, error)) as Error;
    expect(described.name).toBe(name);
    expect(described.message).toBe(message);
  });

  it('leaves what it does not know', async () => {
    const unknown = await refusal(500, { name: 'E', message: 'm' });
    expect(describeRefusal(unknown)).toBe(unknown);
    const other = new Error('other');
    expect(describeRefusal(other)).toBe(other);
  });
});

describe('a wait whose sign-in ends', () => {
  it.each([
    ['the backend takes the token no longer', 'api'],
    ['no token is given any more', 'auth'],
  ])('is still running, when %s', async (_name, where) => {
    const seen = {
      uid: 'U',
      state: { name: 'Running', reason: 'R', message: 'm', since: '' },
      history: [],
    } as unknown as ResourceRequestDetail;
    let looks = 0;
    const ended = await refusal(401, {
      name: 'AuthenticationError',
      message: 'token expired',
    });
    const auth = mockServices.auth.mock({
      getPluginRequestToken: async () => {
        if (where === 'auth' && looks > 0) throw new Error('expired');
        return { token: 't' };
      },
    });
    const api = {
      getRequest: async () => {
        looks += 1;
        if (where === 'api' && looks > 1) throw ended;
        return seen;
      },
      listRequestEvents: async () => ({ items: [], reset: false }),
      streamEvents: async ({ onEvent }: { onEvent: () => void }) => onEvent(),
    } as unknown as PromisesApi;
    const session = PromisesSession.create({
      api,
      auth,
      credentials: mockCredentials.user(),
    });
    const result = await followRequest(session, {
      uid: 'U',
      generation: 1,
      goal: 'delivered',
      logger: mockServices.logger.mock(),
    });
    expect(result).toMatchObject({
      kind: 'stillRunning',
      message: 'the sign-in of who started this task has ended',
    });
  });
});
