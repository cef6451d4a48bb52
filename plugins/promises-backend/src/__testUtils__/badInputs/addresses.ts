import type { BadInputRow } from './BadInput';

/** Paths, queries and headers. */
export const addresses: readonly BadInputRow[] = [
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
];
