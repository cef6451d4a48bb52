import type { BadInputRow } from './BadInput';

/** What the Promise's schema refuses. */
export const schemas: readonly BadInputRow[] = [
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
];
