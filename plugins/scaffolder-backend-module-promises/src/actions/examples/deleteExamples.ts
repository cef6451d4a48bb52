import { exampleOf } from './exampleOf';

/** Examples of `promise:delete`. */
export const deleteExamples = [
  exampleOf('Delete a request and wait until everything of it is gone', {
    id: 'remove',
    name: 'Remove the database',
    action: 'promise:delete',
    input: { promise: 'postgresql', name: 'orders-db' },
  }),
  exampleOf('Ask for the deletion and go on', {
    id: 'remove',
    name: 'Remove the database',
    action: 'promise:delete',
    input: { uid: '${{ parameters.uid }}', wait: 'none' },
  }),
];
