import { small, type BadInputRow } from './BadInput';

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** What is too large, or reaches for the process. */
export const sizes: readonly BadInputRow[] = [
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
];
