import { exampleOf } from './exampleOf';

/** Examples of `promise:update`. */
export const updateExamples = [
  exampleOf('Change one field and leave the others as they are', {
    id: 'grow',
    name: 'Make it larger',
    action: 'promise:update',
    input: {
      promise: 'postgresql',
      name: 'orders-db',
      spec: { size: 'large' },
      comment: 'More orders than ever',
      wait: 'delivered',
    },
  }),
  exampleOf('Replace the whole spec of a request that is known by its uid', {
    id: 'replace',
    name: 'Set it anew',
    action: 'promise:update',
    input: {
      uid: '${{ parameters.uid }}',
      strategy: 'replace',
      spec: { size: 'small' },
    },
  }),
];
