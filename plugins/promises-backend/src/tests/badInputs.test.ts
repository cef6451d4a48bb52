import {
  hashDefinition,
  type JsonObject,
} from '@promissory/plugin-promises-common';
import { promiseDocument } from '../__testUtils__/fixtures';
import {
  startPromises,
  until,
  untilEqual,
} from '../__testUtils__/startPromises';

jest.setTimeout(120_000);

/** Tables whose rows an input that is refused must not move. */
const TABLES = [
  'definitions',
  'promises',
  'promise_revisions',
  'requests',
  'request_generations',
  'runs',
  'works',
  'workloads',
  'placements',
  'batches',
  'events',
];

interface BadInput {
  /** Without it a PUT of an order. */
  method?: 'get' | 'put' | 'post' | 'delete';
  path?: string;
  body?: unknown;
  /** Sent as it is. */
  raw?: string;
  type?: string;
  headers?: Record<string, string>;
  user?: string;
  status: number;
  name: string;
  /** JSON path of one of the errors. */
  at?: string;
  message: string | RegExp;
}

const order = (name: string, namespace = 'default', promise = 'db') =>
  `/v1/promises/${promise}/requests/${namespace}/${name}`;
const small = { spec: { size: 'small' } };
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const sha = hashDefinition(promiseDocument({ name: 'other' }));

const rows: Array<[string, BadInput]> = [
  // bodies
  [
    'no body',
    { raw: '', status: 400, name: 'InputError', message: /spec|body/ },
  ],
  [
    'no JSON',
    {
      raw: '{"spec": ',
      status: 400,
      name: 'InputError',
      message: 'not valid JSON',
    },
  ],
  [
    'a list as body',
    { body: [], status: 400, name: 'InputError', message: 'must be object' },
  ],
  [
    'a text as body',
    {
      raw: '"spec"',
      status: 400,
      name: 'InputError',
      message: 'not valid JSON',
    },
  ],
  [
    'no spec',
    {
      body: {},
      status: 400,
      name: 'InputError',
      at: 'spec',
      message: 'required',
    },
  ],
  [
    'spec is a text',
    {
      body: { spec: 'small' },
      status: 400,
      name: 'InputError',
      at: 'spec',
      message: 'must be object',
    },
  ],
  [
    'a field that is none',
    {
      body: { ...small, status: {} },
      status: 400,
      name: 'InputError',
      at: 'status',
      message: 'additional',
    },
  ],
  [
    'metadata that is none',
    {
      body: { ...small, metadata: { name: 'x' } },
      status: 400,
      name: 'InputError',
      at: 'metadata.name',
      message: 'additional',
    },
  ],
  [
    'a label that is a number',
    {
      body: { ...small, metadata: { labels: { a: 1 } } },
      status: 400,
      name: 'InputError',
      at: 'metadata.labels.a',
      message: 'must be string',
    },
  ],
  [
    'a comment that is too long',
    {
      body: { ...small, comment: 'x'.repeat(2001) },
      status: 400,
      name: 'InputError',
      at: 'comment',
      message: '2000',
    },
  ],
  [
    'a comment with NUL',
    {
      body: { ...small, comment: 'a\u0000b' },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'comment',
      message: 'NUL',
    },
  ],
  [
    'YAML instead of JSON',
    {
      raw: 'spec:\n  size: small\n',
      type: 'application/yaml',
      status: 400,
      name: 'InputError',
      message: 'unsupported media type',
    },
  ],
  [
    'another charset',
    {
      raw: '{}',
      type: 'application/json; charset=ebcdic',
      status: 400,
      name: 'InputError',
      message: 'cannot be read',
    },
  ],
  // sizes
  [
    'an order that is too large',
    {
      body: { spec: { size: 'x'.repeat(1_100_000) } },
      status: 413,
      name: 'PayloadTooLargeError',
      message: 'at most 1048576 bytes',
    },
  ],
  [
    'nesting without end',
    {
      raw: `{"spec":{"size":"small","tags":${deep(50_000)}}}`,
      status: 422,
      name: 'UnprocessableContentError',
      message: 'nested deeper',
    },
  ],
  [
    'a number without end',
    {
      raw: '{"spec":{"size":"small","replicas":1e999}}',
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.replicas',
      message: 'too large',
    },
  ],
  [
    'a key that reaches for a prototype',
    {
      raw: '{"spec":{"size":"small","__proto__":{"replicas":1}}}',
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.__proto__',
      message: 'no name',
    },
  ],
  [
    'annotations that are too large',
    {
      body: { ...small, metadata: { annotations: { a: 'x'.repeat(300_000) } } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.annotations',
      message: '262144 bytes',
    },
  ],
  // names
  [
    'a name in upper case',
    {
      path: order('Db'),
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.name',
      message: 'RFC 1123',
    },
  ],
  [
    'a name with 64 characters',
    {
      path: order('x'.repeat(64)),
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.name',
      message: '63 characters',
    },
  ],
  [
    'a name with 300 characters',
    {
      path: order('x'.repeat(300)),
      body: small,
      status: 400,
      name: 'InputError',
      at: 'params.requestName',
      message: '253',
    },
  ],
  [
    'a name that leads out',
    {
      path: order('..%2F..%2Fetc'),
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.name',
      message: 'RFC 1123',
    },
  ],
  [
    'a name with NUL',
    {
      path: order('a%00b'),
      body: small,
      status: 400,
      name: 'InputError',
      message: 'NUL',
    },
  ],
  [
    'a namespace with a dot',
    {
      path: order('a', 'a.b'),
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.namespace',
      message: 'RFC 1123',
    },
  ],
  [
    'a label that is none',
    {
      body: { ...small, metadata: { labels: { 'a b': 'x' } } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.labels[a b]',
      message: 'a key is a name',
    },
  ],
  [
    'a label value that is none',
    {
      body: { ...small, metadata: { labels: { a: 'x y' } } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.labels[a]',
      message: 'at most 63',
    },
  ],
  // ownership
  [
    'a namespace that is not there',
    {
      path: order('a', 'nowhere'),
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.namespace',
      message: 'no requests can be placed',
    },
  ],
  [
    'a namespace of others',
    {
      path: order('a', 'platform'),
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'metadata.namespace',
      message: 'group:default/platform',
    },
  ],
  [
    'another owner',
    {
      body: { ...small, owner: 'group:default/platform' },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'owner',
      message: 'you cannot order for',
    },
  ],
  [
    'an owner that is no ref',
    {
      body: { ...small, owner: 'web' },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'owner',
      message: 'no entity ref',
    },
  ],
  [
    'no owner where there is a choice',
    {
      user: 'bob',
      body: small,
      status: 422,
      name: 'UnprocessableContentError',
      at: 'owner',
      message: 'name one of',
    },
  ],
  // schemas
  [
    'a field that is missing',
    {
      body: { spec: {} },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.size',
      message: /required/i,
    },
  ],
  [
    'another value than allowed',
    {
      body: { spec: { size: 'tiny' } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.size',
      message: 'small',
    },
  ],
  [
    'another type',
    {
      body: { spec: { size: 'small', replicas: 'two' } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.replicas',
      message: 'whole number',
    },
  ],
  [
    'a fraction',
    {
      body: { spec: { size: 'small', replicas: 1.5 } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.replicas',
      message: 'whole number',
    },
  ],
  [
    'more than allowed',
    {
      body: { spec: { size: 'large', replicas: 6 } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.replicas',
      message: '5',
    },
  ],
  [
    'another pattern',
    {
      body: { spec: { size: 'small', host: 'A' } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.host',
      message: '[a-z]+',
    },
  ],
  [
    'a text that is too long',
    {
      body: { spec: { size: 'small', host: 'abcdefghijk' } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.host',
      message: '10',
    },
  ],
  [
    'a list that is too long',
    {
      body: { spec: { size: 'small', tags: [{}, {}, {}] } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.tags',
      message: '2',
    },
  ],
  [
    'another type in a list',
    {
      body: { spec: { size: 'small', tags: [{}, { key: 1 }] } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.tags[1].key',
      message: 'must be text',
    },
  ],
  [
    'null where it is required',
    {
      body: { spec: { size: null } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.size',
      message: /null|required/i,
    },
  ],
  [
    'a rule of two fields',
    {
      body: { spec: { size: 'small', replicas: 4 } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec',
      message: 'at most 3 replicas',
    },
  ],
  // Promises that take no orders
  [
    'a Promise that is not there',
    {
      path: order('a', 'default', 'none'),
      body: small,
      status: 404,
      name: 'NotFoundError',
      message: 'no Promise none',
    },
  ],
  [
    'an untrusted location',
    {
      path: order('a', 'default', 'untrusted'),
      body: small,
      status: 409,
      name: 'ConflictError',
      message: 'untrusted',
    },
  ],
  [
    'a Promise that is invalid',
    {
      path: order('a', 'default', 'invalid'),
      body: small,
      status: 409,
      name: 'ConflictError',
      message: 'invalid',
    },
  ],
  [
    'a Promise without its requirement',
    {
      path: order('a', 'default', 'demanding'),
      body: small,
      status: 409,
      name: 'ConflictError',
      message: 'Requirement not installed',
    },
  ],
  [
    'a Promise that nothing can run',
    {
      path: order('a', 'default', 'norunner'),
      body: small,
      status: 409,
      name: 'ConflictError',
      message: 'registry.example.com/tool',
    },
  ],
  [
    'a Promise without an API',
    {
      path: order('a', 'default', 'noapi'),
      body: small,
      status: 409,
      name: 'ConflictError',
      message: 'no API',
    },
  ],
  [
    'a Promise whose name is taken',
    {
      path: order('a', 'default', 'twin'),
      body: small,
      status: 409,
      name: 'ConflictError',
      message: 'held by promise:default/db',
    },
  ],
  // preconditions
  [
    'an etag of nothing',
    {
      path: order('new'),
      body: small,
      headers: { 'If-Match': '"1"' },
      status: 412,
      name: 'PreconditionFailedError',
      message: 'does not exist',
    },
  ],
  [
    'a change without etag',
    {
      path: order('taken'),
      body: { spec: { size: 'large' } },
      status: 412,
      name: 'PreconditionFailedError',
      message: 'exists already',
    },
  ],
  [
    'a change with another etag',
    {
      path: order('taken'),
      body: { spec: { size: 'large' } },
      headers: { 'If-Match': '"77"' },
      status: 412,
      name: 'PreconditionFailedError',
      message: 'changed in the meantime',
    },
  ],
  [
    'an order over another',
    {
      path: order('taken'),
      body: { spec: { size: 'large' } },
      headers: { 'If-None-Match': '*' },
      status: 409,
      name: 'ConflictError',
      message: 'exists already',
    },
  ],
  [
    'an etag without quotes',
    {
      path: order('taken'),
      body: small,
      headers: { 'If-Match': 'abc' },
      status: 400,
      name: 'InputError',
      message: 'If-Match',
    },
  ],
  [
    'a weak etag',
    {
      path: order('taken'),
      body: small,
      headers: { 'If-Match': 'W/"1"' },
      status: 400,
      name: 'InputError',
      message: 'strong',
    },
  ],
  [
    'both preconditions',
    {
      path: order('taken'),
      body: small,
      headers: { 'If-Match': '"1"', 'If-None-Match': '*' },
      status: 400,
      name: 'InputError',
      message: 'exclude',
    },
  ],
  [
    'a transition that is forbidden',
    {
      path: order('taken'),
      body: { spec: { size: 'small', engine: 'mysql' } },
      status: 422,
      name: 'UnprocessableContentError',
      at: 'spec.engine',
      message: 'cannot be changed',
    },
  ],
  // queries and paths
  [
    'a uid that is none',
    {
      method: 'get',
      path: '/v1/requests/1',
      status: 400,
      name: 'InputError',
      at: 'params.uid',
      message: 'pattern',
    },
  ],
  [
    'a request that is not there',
    {
      method: 'get',
      path: '/v1/requests/01JAAAAAAAAAAAAAAAAAAAAAAA',
      status: 404,
      name: 'NotFoundError',
      message: 'no request',
    },
  ],
  [
    'a limit that is too high',
    {
      method: 'get',
      path: '/v1/requests?limit=1000',
      status: 400,
      name: 'InputError',
      at: 'query.limit',
      message: '200',
    },
  ],
  [
    'a limit that is no number',
    {
      method: 'get',
      path: '/v1/promises?limit=x',
      status: 400,
      name: 'InputError',
      at: 'query.limit',
      message: 'integer',
    },
  ],
  [
    'a state that is none',
    {
      method: 'get',
      path: '/v1/requests?state=Happy',
      status: 400,
      name: 'InputError',
      at: 'query.state[0]',
      message: 'one of',
    },
  ],
  [
    'a query that is none',
    {
      method: 'get',
      path: '/v1/requests?color=red',
      status: 400,
      name: 'InputError',
      message: 'color',
    },
  ],
  [
    'a cursor that is none',
    {
      method: 'get',
      path: '/v1/requests?cursor=zzz',
      status: 400,
      name: 'InputError',
      message: 'cursor',
    },
  ],
  [
    'a search with NUL',
    {
      method: 'get',
      path: '/v1/requests?search=a%00',
      status: 400,
      name: 'InputError',
      message: 'NUL',
    },
  ],
  [
    'a topic that is none',
    {
      method: 'get',
      path: '/v1/events?topics=everything',
      status: 400,
      name: 'InputError',
      message: 'not a topic',
    },
  ],
  [
    'a position that is none',
    {
      method: 'get',
      path: '/v1/events?after=-1',
      status: 400,
      name: 'InputError',
      at: 'query.after',
      message: 'pattern',
    },
  ],
  [
    'a Last-Event-ID that is none',
    {
      method: 'get',
      path: '/v1/events',
      headers: { 'Last-Event-ID': 'x' },
      status: 400,
      name: 'InputError',
      message: 'no position',
    },
  ],
  [
    'a route that is none',
    {
      method: 'get',
      path: '/v1/nothing',
      status: 404,
      name: 'NotFoundError',
      message: 'no route',
    },
  ],
  [
    'an address that cannot be decoded',
    {
      method: 'get',
      path: '/v1/promises/%zz',
      status: 400,
      name: 'InputError',
      message: 'malformed uri',
    },
  ],
  // definitions
  [
    'a definition by a person',
    {
      method: 'put',
      path: `/v1/definitions/${sha}`,
      body: {},
      status: 403,
      name: 'NotAllowedError',
      message: "catalog plugin's own",
    },
  ],
  [
    'a definition by another plugin',
    {
      method: 'put',
      path: `/v1/definitions/${sha}`,
      body: {},
      user: 'plugin:scaffolder',
      status: 403,
      name: 'NotAllowedError',
      message: "catalog plugin's own",
    },
  ],
  [
    'a definition under another hash',
    {
      method: 'put',
      path: `/v1/definitions/${'0'.repeat(64)}`,
      body: promiseDocument({ name: 'other' }),
      user: 'plugin:catalog',
      status: 400,
      name: 'InputError',
      message: 'hash',
    },
  ],
  [
    'a hash that is none',
    {
      method: 'put',
      path: '/v1/definitions/abc',
      body: {},
      user: 'plugin:catalog',
      status: 400,
      name: 'InputError',
      at: 'params.sha256',
      message: 'pattern',
    },
  ],
  [
    'a definition that is too large',
    {
      method: 'put',
      path: `/v1/definitions/${sha}`,
      body: { a: 'x'.repeat(9_000_000) },
      user: 'plugin:catalog',
      status: 413,
      name: 'PayloadTooLargeError',
      message: 'at most 8388608 bytes',
    },
  ],
  [
    'a verb that is none',
    {
      method: 'post',
      path: '/v1/requests/01JAAAAAAAAAAAAAAAAAAAAAAA/explode',
      status: 400,
      name: 'InputError',
      at: 'params.verb',
      message: 'one of',
    },
  ],
];

describe('bad inputs', () => {
  let promises: Awaited<ReturnType<typeof startPromises>>;

  beforeAll(async () => {
    promises = await startPromises();
    await promises.publishExample();
    await promises.publish(promiseDocument({ name: 'untrusted', kind: 'U' }), {
      location: 'url:https://example.com/evil.yaml',
    });
    await promises.publish(
      promiseDocument({
        name: 'invalid',
        kind: 'I',
        spec: {
          type: 'object',
          properties: { a: { type: 'string', pattern: '(' } },
        },
      }),
    );
    await promises.publish(
      promiseDocument({
        name: 'demanding',
        kind: 'D',
        requiredPromises: [{ name: 'missing', version: 'v1' }],
      }),
    );
    await promises.publish(
      promiseDocument({
        name: 'norunner',
        kind: 'N',
        image: 'registry.example.com/tool:v1',
      }),
    );
    await promises.publish(withoutApi(promiseDocument({ name: 'noapi' })));
    await promises.publish(promiseDocument({ name: 'twin' }));
    const states: Record<string, string> = {
      db: 'Available',
      untrusted: 'Untrusted',
      invalid: 'Invalid',
      demanding: 'Unavailable',
      norunner: 'Available',
      noapi: 'Available',
      twin: 'Refused',
    };
    await untilEqual(async () => {
      const { body } = await promises.call('get', '/v1/promises');
      return Object.fromEntries(
        body.items.map(
          (each: { name: string; availability: { state: string } }) => [
            each.name,
            each.availability.state,
          ],
        ),
      );
    }, states);
    const { body } = await promises
      .call('put', order('taken'))
      .send(small)
      .expect(201);
    await until(
      async () =>
        (
          await promises.call('get', `/v1/requests/${body.uid}`)
        ).body.state.name === 'Delivered',
    );
  });
  afterAll(() => promises.stop());

  async function footprint() {
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const row = await promises.knex()(table).count({ n: '*' }).first();
      counts[table] = Number(row?.n);
    }
    return { counts, head: await promises.gitHead() };
  }

  it.each(rows)('%s', async (_, bad) => {
    const before = await footprint();
    let call = promises.call(
      bad.method ?? 'put',
      bad.path ?? order('bad'),
      bad.user,
    );
    for (const [name, value] of Object.entries(bad.headers ?? {})) {
      call = call.set(name, value);
    }
    const answer =
      bad.raw === undefined
        ? await call.send(bad.body as object)
        : await call
            .set('Content-Type', bad.type ?? 'application/json')
            .send(bad.raw);
    const { error } = answer.body;
    expect({ status: answer.status, ...error }).toMatchObject({
      status: bad.status,
      name: bad.name,
      message: expect.stringMatching(toPattern(bad.message)),
    });
    const paths = (error.errors ?? []).map(
      (each: { path: string }) => each.path,
    );
    expect(paths).toEqual(expect.arrayContaining(bad.at ? [bad.at] : []));
    expect(answer.body.error.stack).toBeUndefined();
    expect(await footprint()).toEqual(before);
  });
});

function toPattern(message: string | RegExp): RegExp {
  return typeof message === 'string'
    ? new RegExp(message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    : message;
}

function withoutApi(document: JsonObject): JsonObject {
  return { ...document, spec: { ...(document.spec as JsonObject), api: {} } };
}
