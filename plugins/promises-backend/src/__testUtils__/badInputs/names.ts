import { order, small, type BadInputRow } from './BadInput';

/** Names, namespaces, labels and owners. */
export const names: readonly BadInputRow[] = [
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
];
