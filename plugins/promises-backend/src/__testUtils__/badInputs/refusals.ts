import { order, small, type BadInputRow } from './BadInput';

/** Promises that take no orders. */
export const refusals: readonly BadInputRow[] = [
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
];
