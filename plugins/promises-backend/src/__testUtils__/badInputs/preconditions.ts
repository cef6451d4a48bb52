import { order, small, type BadInputRow } from './BadInput';

/** If-Match and If-None-Match. */
export const preconditions: readonly BadInputRow[] = [
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
];
