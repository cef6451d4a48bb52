/** @jest-environment node */
import { ResponseError } from '@backstage/errors';
import { PromisesClient } from './PromisesClient';
import type { PromisesEvent } from './types';

interface Sent {
  readonly method?: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

type Answer = (signal: AbortSignal | undefined) => Response;

function json(status: number, body: unknown): Answer {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    });
}

/** A stream that gives its chunks one after another, then ends, breaks or stays open. */
function stream(
  chunks: readonly string[],
  then: 'end' | 'break' | 'stay',
): Answer {
  return signal => {
    const rest = [...chunks];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () =>
          controller.error(new DOMException('aborted', 'AbortError')),
        );
      },
      async pull(controller) {
        const chunk = rest.shift();
        if (chunk !== undefined) {
          controller.enqueue(new TextEncoder().encode(chunk));
        } else if (then === 'end') controller.close();
        else if (then === 'break') controller.error(new Error('broken'));
        else await new Promise(() => {});
      },
    });
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream' },
    });
  };
}

function setUp(answers: readonly Answer[]) {
  const sent: Sent[] = [];
  const client = new PromisesClient({
    discoveryApi: { getBaseUrl: async plugin => `http://host/api/${plugin}` },
    fetchApi: {
      fetch: async (url, init) => {
        sent.push({
          url: String(url),
          method: init?.method,
          headers: init?.headers as Record<string, string>,
        });
        const answer = answers[Math.min(sent.length, answers.length) - 1];
        return answer(init?.signal ?? undefined);
      },
    },
  });
  return { client, sent };
}

const event = (position: string): PromisesEvent => ({
  position,
  type: 'RequestCreated',
  version: 1,
  at: '2026-01-01T00:00:00.000Z',
  payload: {},
});

const message = (position: string) =>
  `id: ${position}\ndata: ${JSON.stringify(event(position))}\n\n`;

describe('PromisesClient', () => {
  it('encodes path segments and repeats lists in the query', async () => {
    const { client, sent } = setUp([json(200, { items: [] })]);
    await client.listRequests({
      namespace: ['a', 'b'],
      search: 'x & y',
      state: ['Ready'],
    });
    await client.getPromise('a/b');
    expect(sent.map(each => each.url)).toEqual([
      'http://host/api/promises/v1/requests?namespace=a&namespace=b&search=x+%26+y&state=Ready',
      'http://host/api/promises/v1/promises/a%2Fb',
    ]);
  });

  it('sends preconditions with quotes and the token', async () => {
    const { client, sent } = setUp([json(201, { uid: 'u', etag: '1' })]);
    const request = { promise: 'p', namespace: 'n', name: 'r' };
    await client.putRequest(
      { ...request, body: { spec: {} }, ifMatch: '3' },
      { token: 'secret' },
    );
    await client.putRequest({
      ...request,
      body: { spec: {} },
      mustBeNew: true,
    });
    expect(sent).toMatchObject([
      {
        method: 'PUT',
        url: 'http://host/api/promises/v1/promises/p/requests/n/r',
        headers: { 'If-Match': '"3"', Authorization: 'Bearer secret' },
      },
      { headers: { 'If-None-Match': '*' } },
    ]);
  });

  it('rejects with the body of the error', async () => {
    const body = {
      error: {
        name: 'UnprocessableContentError',
        message: 'no',
        errors: [{ path: 'spec.size', reason: 'x', message: 'bad' }],
      },
      response: { statusCode: 422 },
    };
    const { client } = setUp([json(422, body)]);
    const error = await client
      .putRequest({
        promise: 'p',
        namespace: 'n',
        name: 'r',
        body: { spec: {} },
      })
      .catch(caught => caught);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ statusCode: 422, body });
  });

  it('resumes a broken stream after the last position it was told', async () => {
    const { client, sent } = setUp([
      stream([`event: position\nid: 4\ndata: {}\n\n`, message('5')], 'break'),
      stream([`: heartbeat\n\nevent: position\nid: 9\ndata: {}\n\n`], 'end'),
      stream(
        [
          'event: reset\nda',
          'ta: {}\n\n',
          message('12').slice(0, 30),
          message('12').slice(30),
        ],
        'stay',
      ),
    ]);
    const stop = new AbortController();
    const told: string[] = [];
    const states: string[] = [];
    await client.streamEvents({
      topics: ['requests', 'request:1'],
      signal: stop.signal,
      onEvent: each => {
        told.push(each.position);
        if (each.position === '12') stop.abort();
      },
      onReset: () => told.push('reset'),
      onConnectionState: state => states.push(state),
    });
    expect(told).toEqual(['5', 'reset', '12']);
    expect(sent.map(each => each.headers['Last-Event-ID'])).toEqual([
      undefined,
      '5',
      '9',
    ]);
    expect(sent[0].url).toBe(
      'http://host/api/promises/v1/events?topics=requests%2Crequest%3A1',
    );
    expect(states).toEqual([
      'connecting',
      'open',
      'reconnecting',
      'open',
      'reconnecting',
      'open',
      'closed',
    ]);
  });

  it.each([403, 404, 400])('does not try again after %s', async status => {
    const { client, sent } = setUp([json(status, {})]);
    await expect(
      client.streamEvents({
        signal: new AbortController().signal,
        onEvent: () => {},
      }),
    ).rejects.toMatchObject({ statusCode: status });
    expect(sent).toHaveLength(1);
  });

  it('tries again, with a fresh token, after 503 and once after 401', async () => {
    const { client, sent } = setUp([
      json(503, {}),
      json(401, {}),
      stream([message('1')], 'stay'),
    ]);
    const stop = new AbortController();
    let tokens = 0;
    await client.streamEvents({
      signal: stop.signal,
      token: async () => {
        tokens += 1;
        return `t${tokens}`;
      },
      onEvent: () => stop.abort(),
    });
    expect(sent.map(each => each.headers.Authorization)).toEqual([
      'Bearer t1',
      'Bearer t2',
      'Bearer t3',
    ]);
  });
});
