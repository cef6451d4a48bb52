import { small, type BadInputRow } from './BadInput';

/** Bodies that are not what the OpenAPI document says. */
export const bodies: readonly BadInputRow[] = [
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
];
