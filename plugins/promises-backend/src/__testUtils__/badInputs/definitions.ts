import { hashDefinition } from '@promissory/plugin-promises-common';
import { promiseDocument } from '../fixtures';
import type { BadInputRow } from './BadInput';

const sha = hashDefinition(promiseDocument({ name: 'other' }));

/** Definitions, which only the catalog sends. */
export const definitions: readonly BadInputRow[] = [
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
