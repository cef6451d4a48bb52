import type { StructuralSchema } from '@promissory/plugin-promises-common';

const duration: StructuralSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 32,
};

const name: StructuralSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 1024,
};

/** Options of `wait-for`. */
export const waitForOptionsSchema: StructuralSchema = {
  type: 'object',
  properties: {
    children: {
      type: 'boolean',
      enum: [true],
      description:
        'Waits for all children of the request: those that earlier pipelines asked for, also where they are not there yet.',
    },
    requests: {
      type: 'array',
      description: 'Waits for these requests. Names may hold `${{ CEL }}`.',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['promise', 'name'],
        properties: {
          promise: { ...name, description: 'Name of its Promise.' },
          namespace: {
            ...name,
            description: 'That of the request itself unless given.',
          },
          name,
        },
      },
    },
    state: {
      type: 'string',
      enum: ['Delivered', 'Ready'],
      default: 'Delivered',
      description:
        '`Ready` needs something that reports the health of what is waited for; where nothing does, it is refused.',
    },
    retryAfter: {
      ...duration,
      default: '5s',
      description: 'How long to wait before looking again, for example 30s.',
    },
    attempts: {
      type: 'integer',
      minimum: 1,
      description: 'Fails when this many looks were not enough.',
    },
    limit: {
      ...duration,
      description: 'Fails after this time, for example 30m.',
    },
  },
};
