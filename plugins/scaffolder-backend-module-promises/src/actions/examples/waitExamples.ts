import { exampleOf } from './exampleOf';

/** Examples of `promise:wait`. */
export const waitExamples = [
  exampleOf('Wait until a request is delivered', {
    id: 'wait',
    name: 'Wait for the database',
    action: 'promise:wait',
    input: { promise: 'postgresql', name: 'orders-db' },
  }),
  exampleOf('Wait at most five minutes and fail if that is not enough', {
    id: 'wait',
    name: 'Wait for the database',
    action: 'promise:wait',
    input: {
      uid: '${{ parameters.uid }}',
      for: 'delivered',
      timeout: { minutes: 5 },
      failIfStillRunning: true,
    },
  }),
];
